import type { CommandDescription, Flag, Gain, Part, Subcommand } from '../description.ts';
import { ASKS_SERVICE, CHANGES_SERVICE, DESTROYS_ON_SERVICE } from './gains.ts';

const REVEALS: Gain = { hosts: ['configured'], reveals: 'secrets of the service' };

const RUNS_THERE: Gain = {
  hosts: ['configured'],
  sends: true,
  runs: 'anything',
  why: 'runs a command on another machine',
};

function part(names: string, does: Gain, more: Part = {}): Subcommand {
  const rest: Part = { does, otherFlags: 'harmless', operands: { rest: 'text' } };
  if (more.subcommands === undefined) return { names, ...rest, ...more };
  return { names, otherFlags: 'harmless', bare: does, otherSubcommand: rest, ...more };
}

const CHANGES: Part = { does: CHANGES_SERVICE, otherFlags: 'harmless', operands: { rest: 'text' } };

const CLUSTER_FLAGS: readonly Flag[] = [
  {
    names: '--kubeconfig',
    value: 'read',
    adds: { runs: 'anything', why: 'its credentials entry can name a program' },
  },
  { names: '-s --server', value: 'url' },
  {
    names:
      '--token --as --as-group --user --context --cluster -n --namespace --request-timeout -l --selector --field-selector -c --container --tail --since --sort-by --timeout -v',
    value: 'text',
  },
  { names: '-o --output', value: 'text' },
  { names: '-f --filename -k --kustomize', value: 'read' },
  { names: '--raw', value: 'text', choices: { '*secret*': REVEALS, '*proxy*': REVEALS, '*': {} } },
];

const KUBE = { flags: CLUSTER_FLAGS };

/** A source on another host instead of a folder. */
const ELSEWHERE: Readonly<Record<string, Gain>> = {
  '*://*': { hosts: ['*'], sends: true, why: 'fetches from any host' },
  'github.com*': { hosts: ['github.com'], sends: true, why: 'fetches from another host' },
};

/** Kubernetes, infrastructure as code. */
export const CLUSTERS: readonly CommandDescription[] = [
  {
    names: 'kubectl oc k kubecolor microk8s.kubectl',
    source: 'kubectl reference, 1.33',
    grammar: 'pflag',
    stops: '--help -h',
    flags: CLUSTER_FLAGS,
    switches: '-A --all-namespaces',
    subcommands: [
      part('get describe', ASKS_SERVICE, {
        ...KUBE,
        operands: {
          rest: 'text',
          choices: {
            secret: REVEALS,
            secrets: REVEALS,
            'secret/*': REVEALS,
            'secrets/*': REVEALS,
            '*,secret*': REVEALS,
            'secret,*': REVEALS,
            'secrets,*': REVEALS,
          },
        },
      }),
      part(
        'logs log top explain api-resources api-versions version cluster-info events wait diff options',
        ASKS_SERVICE,
        KUBE,
      ),
      part(
        'config',
        {},
        {
          subcommands: [
            part('current-context get-contexts get-clusters get-users', {}),
            part('view', {}, { flags: [{ names: '--raw', adds: { reveals: 'cluster credentials' } }] }),
          ],
          otherSubcommand: {
            does: { writes: ['~/.kube/config'], why: 'changes which cluster is used' },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        },
      ),
      part('auth', ASKS_SERVICE, {
        subcommands: [part('can-i whoami', ASKS_SERVICE)],
        otherSubcommand: CHANGES,
      }),
      part('rollout', CHANGES_SERVICE, {
        subcommands: [part('status history', ASKS_SERVICE, KUBE)],
        otherSubcommand: CHANGES,
      }),
      part(
        'kustomize',
        { runs: 'project' },
        {
          operands: { rest: 'read', choices: ELSEWHERE },
          flags: [
            { names: '-o --output', value: 'write' },
            { names: '--enable-exec --enable-alpha-plugins --enable-helm', adds: { runs: 'anything' } },
          ],
        },
      ),
      part('exec attach debug run', RUNS_THERE, KUBE),
      part(
        'cp',
        { hosts: ['configured'], sends: true },
        { operands: { first: ['copy-from'], last: 'copy-to' } },
      ),
      part('port-forward proxy', { hosts: ['configured'], sends: true, why: 'opens a way into the cluster' }),
      part('delete drain cordon uncordon evict', DESTROYS_ON_SERVICE, KUBE),
      part(
        'apply create replace patch edit set scale autoscale expose label annotate taint certificate',
        CHANGES_SERVICE,
        {
          flags: [
            ...CLUSTER_FLAGS,
            {
              names: '--dry-run',
              value: 'text',
              optional: true,
              cancels: ['sends'],
              cancelsWhen: ['client', 'server'],
            },
          ],
        },
      ),
      part('plugin krew completion', { runs: 'anything' }),
    ],
    flagsAnywhere: true,
    example: 'get pods',
  },
  {
    names: 'helm',
    source: 'Helm documentation, 3.18',
    grammar: 'pflag',
    stops: '-h --help',
    flags: CLUSTER_FLAGS.slice(0, 3),
    subcommands: [
      part('list ls status history version env search show', ASKS_SERVICE),
      part('get', REVEALS),
      part(
        'template lint',
        { runs: 'project' },
        {
          flags: [
            {
              names: '--post-renderer',
              value: 'program',
              adds: { runs: 'anything', why: 'runs a program on the output' },
            },
            { names: '-f --values', value: 'read' },
            { names: '--output-dir', value: 'write' },
            { names: '--set --set-string --set-file --set-json', value: 'text' },
          ],
          operands: { rest: 'read', choices: ELSEWHERE },
        },
      ),
      part(
        'repo',
        { hosts: ['*'], sends: true, writes: ['~/.config/helm'], why: 'adds or asks any repository' },
        { subcommands: [part('list ls', {})] },
      ),
      part('dependency dep', { hosts: ['configured'], writes: ['charts'] }),
      part(
        'pull fetch',
        { hosts: ['configured'], writes: ['.'] },
        {
          flags: [
            { names: '-d --destination --untardir', value: 'write' },
            { names: '--repo', value: 'url' },
          ],
          operands: { rest: 'text', choices: ELSEWHERE },
        },
      ),
      part('install upgrade rollback test', CHANGES_SERVICE, {
        flags: [{ names: '--post-renderer', value: 'program', adds: { runs: 'anything' } }],
      }),
      part('uninstall delete del un', DESTROYS_ON_SERVICE),
      part('push registry', CHANGES_SERVICE),
      part('create package', { writes: ['.'] }),
      part(
        'plugin',
        { runs: 'anything', hosts: ['*'] },
        {
          subcommands: [part('list', {})],
          otherSubcommand: {
            does: { runs: 'anything', hosts: ['*'] },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        },
      ),
    ],
    example: 'list',
  },
  {
    names:
      'kustomize skaffold tilt garden k9s kind minikube k3d k3s kubeadm kops eksctl flux argocd istioctl linkerd velero stern kubectx kubens helmfile kubeseal cilium talosctl rancher',
    source: 'documentation of the tools named',
    stops: '--version -h --help',
    subcommands: [part('version get list status logs help', ASKS_SERVICE)],
    otherSubcommand: {
      does: { ...CHANGES_SERVICE, runs: 'project' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
    bare: CHANGES_SERVICE,
  },
  {
    names: 'terraform tofu terragrunt',
    source: 'Terraform CLI documentation, 1.12',
    grammar: 'single-dash',
    stops: '-version --version -help --help -h -v',
    flags: [{ names: '-chdir', value: 'directory' }],
    subcommands: [
      part('version', {}),
      part('validate providers graph metadata', { runs: 'project' }),
      part(
        'fmt',
        { writes: ['.'] },
        {
          flags: [
            { names: '-check -diff', cancels: ['writes'] },
            { names: '-write', value: 'text', cancels: ['writes'], cancelsWhen: ['false'] },
          ],
          operands: { rest: 'change' },
        },
      ),
      part(
        'plan refresh',
        { hosts: ['configured'], runs: 'project', sends: true, why: 'runs providers with your credentials' },
        {
          flags: [
            { names: '-out', value: 'write' },
            { names: '-var-file', value: 'read' },
          ],
        },
      ),
      part('init get', {
        hosts: ['configured'],
        runs: 'anything',
        writes: ['.'],
        why: 'downloads providers and modules',
      }),
      part('apply import taint untaint test', { ...CHANGES_SERVICE, runs: 'project' }),
      part('destroy', { ...DESTROYS_ON_SERVICE, runs: 'project' }),
      part('show output', { reveals: 'the state of the infrastructure' }),
      part(
        'state',
        {},
        {
          subcommands: [
            part('list', ASKS_SERVICE),
            part('show pull', { reveals: 'the state of the infrastructure', hosts: ['configured'] }),
          ],
          otherSubcommand: {
            does: { ...DESTROYS_ON_SERVICE },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        },
      ),
      part('workspace', {}, { subcommands: [part('list show', {})], otherSubcommand: CHANGES }),
      part('console login logout force-unlock run-all cloud', { runs: 'anything', ...CHANGES_SERVICE }),
    ],
    example: 'validate',
  },
  {
    names:
      'ansible ansible-playbook ansible-galaxy ansible-vault ansible-inventory pulumi cdktf cdk8s chef knife puppet salt nomad consul vault waypoint boundary',
    source: 'documentation of the tools named',
    does: { ...CHANGES_SERVICE, runs: 'anything', why: 'changes machines' },
    otherFlags: 'harmless',
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
];
