/*
 * The client keeps a session's transcript in a folder named after the directory it was started in, with everything but
 * letters and digits turned into dashes (recorded from client 2.1.197 and 2.1.330).
 */

/** The folder name that the client gives to sessions started in a directory. */
export function slugOf(directory: string): string {
  return directory.replace(/[^A-Za-z0-9]/g, '-');
}

/**
 * The project a session belongs to: the directory, at or above `cwd`, that the transcript's folder is named after; `cwd`
 * itself where no folder of `file` names one.
 */
export function projectOf(cwd: string, file: string): string {
  const folders = new Set(file.split(/[/\\]/).slice(0, -1));
  for (let directory = cwd; directory !== ''; directory = parentOf(directory)) {
    if (folders.has(slugOf(directory))) return directory;
  }
  return cwd;
}

function parentOf(directory: string): string {
  const cut = Math.max(directory.lastIndexOf('/'), directory.lastIndexOf('\\'));
  return cut <= 0 ? '' : directory.slice(0, cut);
}
