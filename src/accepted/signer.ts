import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import type { Signer } from '../records/entry.ts';

/** Who is at the keyboard: git's user for this folder, else the account on this machine. */
export function signerAt(folder: string): Signer {
  const name = gitSetting(folder, 'user.name');
  const email = gitSetting(folder, 'user.email');
  if (name === undefined) return { name: userInfo().username, from: 'account' };
  return { name, ...(email === undefined ? {} : { email }), from: 'git' };
}

function gitSetting(folder: string, key: string): string | undefined {
  try {
    const value = execFileSync('git', ['config', '--get', key], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return value === '' ? undefined : value;
  } catch {
    // Exit 1: not set. No git, or a folder that is gone: nobody is named there either.
    return undefined;
  }
}
