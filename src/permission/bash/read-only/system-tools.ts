import { type FlagTable, list } from './flag-table.ts';
import {
  knownPlusFlags,
  noEnvironmentOfProcesses,
  noOperands,
  noTerminalReset,
  onlyDateFormats,
  onlyFilters,
  plainTest,
} from './operands.ts';

/** Programs that show the state of the system, with the flags that keep them read-only (recorded from client 2.1.330). */
export const SYSTEM_TOOLS: readonly FlagTable[] = [
  {
    name: 'ps',
    none: '-a -c -d -e -f -j -l -m -w -y -A -F -H -L -N -T -V --help --version',
    text: '-g -n -p -q -s -t -u -C -G -U',
    operands: noEnvironmentOfProcesses,
  },
  {
    name: 'netstat',
    none: '-a -g -i -l -m -n -r -s -v -L',
    text: '-f -I',
  },
  {
    name: 'ss',
    none: list(
      '-a -b -d -e -h -i -l -m -n -o -p -s -t -u -w -x -z -E -H -M -O -S -V -Z -0 -4 -6 --help --version',
      '--numeric --all --listening --options --extended --memory --processes --info --tipcinfo --summary',
      '--tos --cgroup --bpf --events --context --contexts --ipv4 --ipv6 --packet --tcp --mptcp --sctp',
      '--udp --dccp --raw --unix --tipc --vsock --no-header --oneline --inet-sockopt',
    ),
    text: '-f -A --family --query --socket',
    operands: onlyFilters,
  },
  {
    name: 'lsof',
    none: '-a -b -g -h -i -l -n -o -r -s -t -v -x -C -E -F -H -K -L -N -O -P -Q -R -S -T -U -V -X',
    text: '-c -d -e -k -p -u -A',
    operands: knownPlusFlags,
  },
  {
    name: 'pgrep',
    none: list(
      '-a -c -f -i -l -n -o -v -w -x -L -V --list-name --list-full --inverse --lightweight --count --full',
      '--ignore-case --newest --oldest --exact --logpidfile --help --version',
    ),
    text: list(
      '-d -g -r -s -t -u -F -G -O -P -U --delimiter --pgroup --group --older --parent --session',
      '--terminal --euid --uid --pidfile --runstates --ns --nslist',
    ),
  },
  {
    name: 'tput',
    none: '-x -V',
    text: '-T',
    operands: noTerminalReset,
  },
  {
    name: 'date',
    none: '-u -I -R --utc --universal --debug --rfc-email --help --version',
    text: '-d -r --date --rfc-3339 --reference',
    operands: onlyDateFormats,
  },
  {
    name: 'hostname',
    none: list(
      '-a -d -f -h -i -s -v -A -I -V --version --help --alias --all-fqdns --domain --fqdn --long',
      '--ip-address --all-ip-addresses --short',
    ),
    operands: noOperands,
  },
  {
    name: 'test',
    text: '-b -c -d -e -f -g -h -k -n -p -r -s -u -w -x -z -G -L -N -O -S',
    operands: plainTest,
  },
  {
    name: 'docker logs',
    none: '-f -t --follow --timestamps --details',
    text: '-n --since --tail --until',
  },
  {
    name: 'docker inspect',
    none: '-s --size',
    text: '-f --format --type',
  },
];
