import type { CommandDescription, Flag, Gain, Part, Subcommand } from '../description.ts';
import { CHANGES_SERVICE, RUNS_PROJECT } from './gains.ts';

/** Whoever starts a container can mount any folder and be root in it. */
const RUNS_CONTAINER: Gain = {
  runs: 'anything',
  machine: true,
  hosts: ['configured'],
  why: 'runs a container, which can mount and change anything',
};

const CHANGES_CONTAINERS: Gain = { machine: true, why: 'changes containers, images, volumes or networks' };

const REMOVES: Gain = { machine: true, loses: true, why: 'removes containers, images or volumes' };

const DAEMON: readonly Flag[] = [
  {
    names: '-H --host -c --context --url --connection',
    value: 'text',
    adds: { hosts: ['*'], sends: true, why: 'talks to another container host' },
  },
  {
    names: '--config',
    value: 'read',
    adds: { runs: 'anything', why: 'its credential helpers and plugins are programs' },
  },
  { names: '-l --log-level', value: 'text' },
];

function look(names: string): Subcommand {
  return {
    names,
    otherFlags: 'harmless',
    settings: '-f --filter --format -n --tail --since --until',
    operands: { rest: 'text' },
  };
}

function act(names: string, does: Gain, subcommands?: readonly Subcommand[]): Subcommand {
  const rest: Part = { does, otherFlags: 'harmless', operands: { rest: 'text' } };
  if (subcommands === undefined) return { names, ...rest, example: 'x' };
  return { names, otherFlags: 'harmless', bare: does, otherSubcommand: rest, subcommands };
}

const BUILD: Subcommand = {
  names: 'build',
  does: { ...RUNS_PROJECT, runs: 'anything', hosts: ['configured'], why: 'runs the steps of a Dockerfile' },
  otherFlags: 'harmless',
  settings: '-t --tag --build-arg --label --target --platform --network --progress --cache-from --cache-to',
  flags: [
    { names: '-f --file', value: 'read' },
    { names: '--secret --ssh --allow', value: 'text', adds: { reveals: 'secrets' } },
    { names: '--push', adds: { sends: true } },
    { names: '-o --output --iidfile --metadata-file', value: 'write' },
  ],
  operands: { rest: 'read' },
  example: '.',
};

const COMPOSE: readonly Subcommand[] = [
  look('ps ls images top port version logs events stats volumes'),
  {
    names: 'config convert',
    does: { reveals: 'the values of the environment file' },
    otherFlags: 'harmless',
    flags: [
      {
        names: '--services --volumes --images --networks --profiles --no-interpolate -q --quiet --hash',
        cancels: ['reads'],
      },
      { names: '-o --output --lock-image-digests-file', value: 'write' },
      { names: '--format', value: 'text' },
    ],
    operands: { rest: 'text' },
  },
  act('up start restart run exec create watch scale attach', { ...RUNS_CONTAINER, runs: 'anything' }),
  act('stop pause unpause kill wait', CHANGES_CONTAINERS),
  {
    names: 'down rm',
    does: REMOVES,
    otherFlags: 'harmless',
    flags: [{ names: '-v --volumes', adds: { loses: true, why: 'removes volumes' } }],
    operands: { rest: 'text' },
  },
  { ...BUILD, operands: { rest: 'text' } },
  act('pull', { hosts: ['configured'], machine: true }),
  act('push publish', { hosts: ['configured'], sends: true, why: 'publishes images' }),
  act('cp', { writes: ['.'], machine: true }),
  act('export commit', { writes: ['.'], machine: true }),
];

const COMPOSE_FLAGS: readonly Flag[] = [
  { names: '-f --file', value: 'read' },
  { names: '--project-directory', value: 'directory' },
  { names: '--env-file', value: 'read' },
  { names: '-p --project-name --profile --ansi --parallel --progress', value: 'text' },
];

/** A container's settings hold the environment it was started with; a format of one's own shows what it names. */
const INSPECT: Subcommand = {
  names: 'inspect',
  does: { reveals: 'the environment of the container' },
  otherFlags: 'harmless',
  flags: [
    { names: '--type', value: 'text' },
    {
      names: '-f --format',
      value: 'text',
      cancels: ['reads'],
      cancelsWhen: [
        '*.state*',
        '*.id}}*',
        '*.name*',
        '*.networksettings*',
        '*.image*',
        '*.created*',
        '*.mounts*',
        '*.hostconfig.restartpolicy*',
        '*.os}}*',
        '*.architecture*',
        '*.size*',
        '*.repo*',
        '*.rootfs*',
      ],
    },
  ],
  operands: { rest: 'text' },
  example: 'x',
};

const OBJECTS = [look('ls list ps logs top stats port diff history events df version info show')];

/** Docker, Podman and their kin. */
export const CONTAINERS: readonly CommandDescription[] = [
  {
    names: 'docker podman nerdctl',
    source: 'Docker CLI reference, 28; podman(1)',
    grammar: 'pflag',
    stops: '-v --version --help',
    switches: '-D --debug --tls --tlsverify --remote',
    flags: DAEMON,
    subcommands: [
      INSPECT,
      look('ps images logs top stats port diff history events version info search wait'),
      act('run exec create start restart attach', RUNS_CONTAINER),
      act('stop pause unpause kill rename update tag pull load import commit', CHANGES_CONTAINERS),
      act('rm rmi prune', REMOVES),
      {
        names: 'cp',
        does: { machine: true, why: 'copies files between containers and this machine' },
        otherFlags: 'harmless',
        operands: { rest: 'read', last: 'write' },
      },
      {
        names: 'save export',
        otherFlags: 'harmless',
        flags: [{ names: '-o --output', value: 'write' }],
        operands: { rest: 'text' },
      },
      BUILD,
      act('push', { hosts: ['configured'], sends: true, why: 'publishes an image' }),
      act('login logout', { ...CHANGES_SERVICE, reveals: 'registry passwords' }),
      act('container', RUNS_CONTAINER, [
        ...OBJECTS,
        INSPECT,
        act('prune rm stop kill pause unpause rename update', REMOVES),
      ]),
      act('image', REMOVES, [
        ...OBJECTS,
        look('inspect'),
        act('push', { hosts: ['configured'], sends: true, why: 'publishes an image' }),
        act('build', RUNS_CONTAINER),
      ]),
      act('volume network', REMOVES, [...OBJECTS, look('inspect')]),
      act('system', REMOVES, [look('df info events'), act('prune', REMOVES)]),
      act(
        'context plugin trust manifest service stack swarm secret config node checkpoint machine pod kube play generate unshare scout sbom',
        { ...RUNS_CONTAINER, sends: true },
        [look('ls list inspect show ps')],
      ),
      {
        names: 'buildx builder',
        subcommands: [
          look('ls inspect du version'),
          BUILD,
          act('bake', {
            ...RUNS_CONTAINER,
            sends: true,
            why: 'runs the steps of a Dockerfile and can push images',
          }),
        ],
        otherSubcommand: { does: REMOVES, otherFlags: 'harmless', operands: { rest: 'text' } },
      },
      {
        names: 'compose',
        flags: COMPOSE_FLAGS,
        switches: '--all-resources --compatibility --dry-run',
        subcommands: COMPOSE,
        otherSubcommand: { does: RUNS_CONTAINER, otherFlags: 'harmless', operands: { rest: 'text' } },
      },
    ],
    example: 'ps',
  },
  {
    names: 'docker-compose podman-compose',
    source: 'Docker Compose CLI reference, 2.39',
    grammar: 'pflag',
    stops: '-v --version --help -h',
    flags: [...COMPOSE_FLAGS, ...DAEMON.slice(0, 1)],
    subcommands: COMPOSE,
    example: 'ps',
  },
  {
    names:
      'buildah skopeo crane oras colima lima limactl orb vagrant multipass packer virsh qemu-img dive ctr crictl lxc incus',
    source: 'documentation of the tools named',
    stops: '--version version -h --help',
    subcommands: [look('list ls status inspect info ps manifest digest help')],
    otherSubcommand: {
      does: { ...RUNS_CONTAINER, sends: true },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
];
