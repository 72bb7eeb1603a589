import { type ToolCall, textOf } from '../permission/tool-call.ts';
import { hostOf, isLoopback } from './address.ts';
import { type Arg, exact } from './arg.ts';
import { findsSecrets } from './content-search.ts';
import type { Effects } from './effects.ts';
import { addSql } from './languages.ts';
import { addPath, placeIn, type Scene } from './scene.ts';
import { emptyTally, settle, type Tally } from './tally.ts';

/** Tools that only change what the session itself knows or shows (documentation: tools). */
const SESSION_TOOLS: ReadonlySet<string> = new Set([
  'AskUserQuestion',
  'BashOutput',
  'EnterPlanMode',
  'ExitPlanMode',
  'ListAgents',
  'LSP',
  'ReportFindings',
  'SendUserMessage',
  'TaskCreate',
  'TaskGet',
  'TaskList',
  'TaskOutput',
  'TaskUpdate',
  'TodoRead',
  'TodoWrite',
  'ToolSearch',
  'AgentOutputTool',
  'ListMcpResourcesTool',
  'ListMcpResources',
]);

/** Adds up what a call of any tool can do. */
export function toolEffects(call: ToolCall, scene: Scene): Effects {
  const tally = emptyTally();
  switch (call.tool) {
    case 'Bash':
    case 'Monitor':
      return ofBash(call, scene);
    case 'Read':
    case 'NotebookRead':
      addPath(tally, 'reads', pathOf(call, ['file_path', 'notebook_path']), scene);
      break;
    case 'Edit':
    case 'MultiEdit':
    case 'NotebookEdit':
    case 'Write':
      addPath(tally, 'writes', pathOf(call, ['file_path', 'notebook_path']), scene);
      break;
    case 'Grep':
    case 'Glob':
    case 'LS':
      addSearch(tally, call, scene);
      break;
    default:
      addOther(tally, call);
  }
  return settle(tally);
}

function ofBash(call: ToolCall, scene: Scene): Effects {
  const command = textOf(call, 'command');
  if (command !== undefined) return scene.shell(command, scene);
  const tally = emptyTally();
  tally.unknown.push('the command is missing');
  return settle(tally);
}

function pathOf(call: ToolCall, fields: readonly string[]): Arg {
  for (const field of fields) {
    const path = textOf(call, field);
    if (path !== undefined && path !== '') return exact(path);
  }
  return { kind: 'open', text: '', written: 'the call' };
}

function addSearch(tally: Tally, call: ToolCall, scene: Scene): void {
  const root = textOf(call, 'path') ?? '.';
  addPath(tally, 'reads', exact(root === '' ? '.' : root), scene);
  if (call.tool === 'Grep') addSearched(tally, call, root, scene);
  const names = call.tool === 'Glob' ? textOf(call, 'pattern') : textOf(call, 'glob');
  if (names === undefined || names === '') return;
  // Grep prints what is in the files; Glob only names them, unless its pattern leads elsewhere.
  const leadsAway = names.startsWith('/') || names.startsWith('~') || names.includes('..');
  if (call.tool === 'Glob' && !leadsAway) return;
  const text = /^[/~]/.test(names) ? names : `${root === '' ? '.' : root}/${names}`;
  addPath(tally, 'reads', { kind: 'glob', text }, scene);
}

/** The tool looks into hidden files too (recorded from client 2.1.330: ripgrep with --hidden). */
function addSearched(tally: Tally, call: ToolCall, root: string, scene: Scene): void {
  if (textOf(call, 'output_mode') !== 'content') return;
  if (textOf(call, 'glob') !== undefined || textOf(call, 'type') !== undefined) return;
  const place = placeIn(root === '' ? '.' : root, scene);
  if (place.path === scene.workspace && findsSecrets(textOf(call, 'pattern') ?? ''))
    tally.reads.push({ path: 'what the hidden files of the project hold', zone: 'secret' });
}

function addOther(tally: Tally, call: ToolCall): void {
  if (call.tool === 'WebFetch') addFetch(tally, call);
  else if (call.tool === 'WebSearch') {
    tally.hosts.push('configured');
    tally.notes.push('asks a search service');
  } else if (call.tool.startsWith('mcp__')) addMcp(tally, call);
  else if (call.tool === 'Agent' || call.tool === 'Task') {
    tally.notes.push('starts an agent whose own calls are decided one by one');
  } else if (call.tool === 'Skill' || call.tool === 'SlashCommand') {
    tally.unknown.push('what the instructions of the skill lead to');
  } else if (/^Task(?:Stop)|^Kill(?:Shell|Bash)$/.test(call.tool))
    tally.notes.push('stops a task of this session');
  else if (!SESSION_TOOLS.has(call.tool)) tally.unknown.push(`what the tool ${call.tool} does`);
}

/** Hosts where anyone can publish or collect: what a URL carries there is read by strangers. */
const PUBLIC_DROPS =
  /(?:^|\.)(?:webhook\.site|requestbin\.(?:com|net)|pipedream\.net|ngrok(?:-free)?\.(?:app|io|dev)|trycloudflare\.com|pastebin\.com|hastebin\.com|paste\.ee|transfer\.sh|file\.io|0x0\.st|interact\.sh|oast\.\w+|burpcollaborator\.net|beeceptor\.com|hookb\.in|gist\.github\.com|gist\.githubusercontent\.com|raw\.githubusercontent\.com|amazonaws\.com|blob\.core\.windows\.net|storage\.googleapis\.com|herokuapp\.com|workers\.dev|pages\.dev|vercel\.app|netlify\.app|github\.io)$/;

/** Services of cloud machines that hand out credentials to whoever asks. */
const METADATA = /^(?:169\.254\.\d+\.\d+|metadata\.google\.internal|100\.100\.100\.200|\[?fd00:ec2::254\]?)$/;

/** Names of parameters that say what they carry, and values too long to be a question. */
const CARRIES_DATA =
  /[?&;#](?:data|d|payload|secrets?|token|keys?|api_?key|env|password|creds?|credentials|dump|exfil|leak|stolen|loot|body|content|contents|file|b64|base64|out|output|log|msg|c)=|=[A-Za-z0-9+/_-]{40,}/i;

/**
 * A fetch by the tool itself is a GET without body or login: what it can send is its address. To one fixed host
 * that is asking; to a host where strangers read the address, to a bare number or to an open host it is sending.
 */
function addFetch(tally: Tally, call: ToolCall): void {
  const url = textOf(call, 'url');
  if (url === undefined) {
    tally.unknown.push('the URL is missing');
    return;
  }
  const host = hostOf(url);
  tally.hosts.push(host);
  if (isLoopback(host)) return;
  if (METADATA.test(host)) tally.reads.push({ path: url, zone: 'secret' });
  if (host === '*' || host.includes('*') || PUBLIC_DROPS.test(host) || /^[\d.]+$|^\[/.test(host))
    tally.sends = true;
  if (/^[a-z]+:\/\/[^/]*@/i.test(url) || CARRIES_DATA.test(url)) tally.sends = true;
  tally.notes.push(`fetches from ${host}; what the address carries is seen there`);
}

const READING_VERB =
  /^(?:get|list|search|read|fetch|find|query|describe|show|view|count|check|lookup|resolve|explain|browse|retrieve|download)(?:$|[-_A-Z])/;
const CHANGING_VERB =
  /^(?:create|update|delete|remove|send|post|add|close|merge|write|set|put|patch|edit|move|copy|push|publish|upload|submit|reply|comment|assign|invite|archive|rename|replace|cancel|approve|reject|transition|upsert|insert|drop|start|stop|restart|deploy|trigger)(?:$|[-_A-Z])/;

/** A statement that a tool which asks is given: some servers run whatever it says. */
function addStatement(tally: Tally, text: string | undefined): void {
  if (
    text !== undefined &&
    /^\s*(?:insert|update|delete|drop|alter|truncate|create|grant|revoke|merge|replace|copy|call|exec|with|select|begin|set|vacuum|attach)\s/i.test(
      text,
    )
  )
    addSql(tally, exact(text));
}

/** An MCP tool is judged by the verb in its name, as its server chose it; without one it is unknown. */
function addMcp(tally: Tally, call: ToolCall): void {
  const { tool } = call;
  const [, server = '', ...rest] = tool.split('__');
  const name = rest.join('__');
  const verbed =
    CHANGING_VERB.test(name) || READING_VERB.test(name) ? name : name.replace(/^[a-z0-9]+[-_]/, '');
  if (CHANGING_VERB.test(verbed)) {
    tally.hosts.push(`the server ${server}`);
    tally.sends = true;
  } else if (READING_VERB.test(verbed) && !/sql|exec|run|eval|query_db|command/i.test(name)) {
    tally.hosts.push(`the server ${server}`);
    tally.notes.push(`asks the server ${server}, by the name of the tool`);
    for (const field of ['sql', 'query', 'statement']) addStatement(tally, textOf(call, field));
  } else tally.unknown.push(`what ${name === '' ? 'each tool' : name} of the server ${server} does`);
}
