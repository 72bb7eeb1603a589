/**
 * Why a path may mean another file on another system, or undefined: Windows' short names, blanks and dots that it drops
 * at the end of a name, devices behind a dot. Writing there asks like writing to a protected path; the read tools ask
 * too, commands that read do not (recorded from clients 2.1.197 and 2.1.330).
 */
export function oddPathWhy(path: string): string | undefined {
  if (/~\d/.test(path)) return 'it looks like a short name of Windows';
  if (/[. ](\/|$)/.test(path)) return 'a name in it ends in a dot or a blank';
  if (/\.(con|prn|aux|nul|com[1-9]|lpt[1-9])$/i.test(path)) return 'it looks like a device of Windows';
  return undefined;
}
