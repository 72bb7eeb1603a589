import { type Answer, builtIn, byRule } from './answer.ts';
import { type CompiledPolicy, rulesFor } from './compile.ts';
import { isPreapproved } from './preapproved-hosts.ts';
import type { List, Rule } from './rule.ts';
import { type ToolCall, textOf } from './tool-call.ts';
import { wildcard } from './wildcard.ts';

/** Decides WebFetch by the host of its address; whole-tool deny and ask rules are already settled. */
export function decideFetch(policy: CompiledPolicy, call: ToolCall): Answer | undefined {
  const url = parseUrl(textOf(call, 'url') ?? '');
  if (url === undefined) return undefined;
  const strict = hostRule(policy, 'deny', url.hostname) ?? hostRule(policy, 'ask', url.hostname);
  if (strict !== undefined) return byRule(strict);
  if (policy.surroundings.mode === 'bypassPermissions') return undefined;
  const allowed = hostRule(policy, 'allow', url.hostname);
  if (allowed !== undefined) return byRule(allowed);
  if (isPreapproved(url, policy.version)) return builtIn('allow', `${url.hostname} is a preapproved host`);
  return undefined;
}

/** The host of an address, or undefined where it is none. */
export function hostOf(address: string): string | undefined {
  return parseUrl(address)?.hostname;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function hostRule(policy: CompiledPolicy, list: List, host: string): Rule | undefined {
  return rulesFor(policy, list, 'WebFetch').find(({ rule }) => hostCovers(rule.content ?? '', host))?.rule;
}

/**
 * Whether the content `domain:pattern` of a rule covers a host: `*.h` any subdomain, `*` elsewhere within one label,
 * a lone `*` everything; case and a final dot do not matter (documentation: permissions, WebFetch).
 */
export function hostCovers(content: string, host: string): boolean {
  if (!content.startsWith('domain:')) return false;
  const pattern = plainHost(content.slice('domain:'.length));
  const plain = plainHost(host);
  if (pattern === '*') return true;
  if (!pattern.includes('*')) return pattern === plain;
  if (!pattern.startsWith('*.')) return wildcard(pattern, '[^.]*').test(plain);
  const parent = wildcard(pattern.slice(2), '[^.]*');
  return plain.split('.').some((_, index, labels) => index > 0 && parent.test(labels.slice(index).join('.')));
}

function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
