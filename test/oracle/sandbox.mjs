/** The unprivileged user that the client runs as: `nobody` on every Linux. */
export const NOBODY = 65534;

/** Runs a command where the loopback is the only network, with an environment made from nothing. */
export function loopbackOnly(command, environment) {
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const path = 'PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin';
  const inner = ['env', '-i', path, 'HOME=/nonexistent', 'LANG=C.UTF-8', ...settings, ...command];
  return ['unshare', '-n', 'bash', '-c', 'ip link set lo up; exec "$@"', 'loopback', ...inner];
}

/**
 * Runs a command as `nobody` in a mount namespace of its own: /home/dev is `home`, /tmp is empty, and /etc/claude-code
 * holds the managed settings where there are any.
 */
export function shutIn(command, { home, cwd, managed }) {
  const script = `set -e
mount -t tmpfs -o size=16m tmpfs /home && mkdir /home/dev && mount --bind "$1" /home/dev
mount -t tmpfs -o size=64m,mode=1777 tmpfs /tmp
if [ -d "$3" ]; then mkdir -p /etc/claude-code && mount --bind "$3" /etc/claude-code; fi
cd "$2"; shift 3
exec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --no-new-privs "$@"`;
  return [
    'unshare',
    '-m',
    '--propagation',
    'private',
    'bash',
    '-c',
    script,
    'shut-in',
    home,
    cwd,
    managed,
    ...command,
  ];
}
