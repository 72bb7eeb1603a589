import type { CommandDescription, Gain, Part, Subcommand } from '../description.ts';
import { ASKS_SERVICE, CHANGES_SERVICE, DESTROYS_ON_SERVICE, RUNS_PROJECT } from './gains.ts';

const REVEALS: Gain = { hosts: ['configured'], reveals: 'secrets of the service' };

const CHANGES: Part = { does: CHANGES_SERVICE, otherFlags: 'harmless', operands: { rest: 'text' } };

function part(names: string, does: Gain, more: Part = {}): Subcommand {
  const rest: Part = { does, otherFlags: 'harmless', operands: { rest: 'text' } };
  if (more.subcommands === undefined) return { names, ...rest, ...more };
  return { names, otherFlags: 'harmless', bare: does, otherSubcommand: rest, ...more };
}

/** Clouds and hosting services. A reading verb asks; every other one changes something there. */
export const CLOUDS: readonly CommandDescription[] = [
  {
    names: 'aws',
    source: 'AWS CLI command reference, 2',
    stops: '--version help',
    switches: '--no-cli-pager --no-verify-ssl --no-paginate --debug --no-sign-request --no-cli-auto-prompt',
    settings:
      '--profile --region --output --query --color --ca-bundle --cli-read-timeout --cli-connect-timeout',
    flags: [{ names: '--endpoint-url', value: 'url' }],
    flagsAnywhere: true,
    subcommands: [
      part(
        's3',
        {},
        {
          subcommands: [
            part('ls', ASKS_SERVICE),
            part(
              'cp mv sync',
              { ...CHANGES_SERVICE, why: 'copies data to or from a bucket' },
              { operands: { first: ['copy-from'], last: 'copy-to', rest: 'text' } },
            ),
            part('rm rb', DESTROYS_ON_SERVICE),
            part('mb website presign', CHANGES_SERVICE),
          ],
        },
      ),
      part(
        'configure',
        { reveals: 'credentials' },
        {
          subcommands: [
            part('list list-profiles', {}),
            part('get export-credentials', { reveals: 'credentials' }),
          ],
          otherSubcommand: {
            does: { writes: ['~/.aws/config'], reveals: 'credentials' },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        },
      ),
      part('sts', ASKS_SERVICE, {
        subcommands: [part('get-caller-identity decode-authorization-message', ASKS_SERVICE)],
        otherSubcommand: { does: REVEALS, otherFlags: 'harmless', operands: { rest: 'text' } },
      }),
      part('secretsmanager ssm kms sso', REVEALS, {
        subcommands: [
          part(
            'list-secrets describe-secret describe-parameters list-keys list-aliases list-documents describe-instance-information',
            ASKS_SERVICE,
          ),
        ],
        otherSubcommand: {
          does: { ...REVEALS, sends: true },
          otherFlags: 'harmless',
          operands: { rest: 'text' },
        },
      }),
      part(
        'ec2 ecs eks ecr iam lambda dynamodb s3api sns sqs rds cloudformation cloudwatch route53 cloudfront elbv2 autoscaling events stepfunctions states apigateway apigatewayv2 acm athena glue kinesis firehose batch elasticache opensearch organizations ce pricing support health budgets cognito-idp codebuild codepipeline redshift emr bedrock sagemaker',
        CHANGES_SERVICE,
        {
          subcommands: [
            part(
              'describe-instances describe-clusters describe-services list-buckets list-functions list-users list-roles list-clusters list-services list-tasks describe-tasks list-stacks describe-stacks describe-vpcs describe-subnets describe-security-groups list-tables describe-table list-topics list-queues get-role list-objects list-objects-v2 head-object get-bucket-location list-distributions list-hosted-zones describe-images describe-volumes describe-db-instances list-attached-role-policies get-policy describe-stack-events list-repositories describe-repositories list-images list-pods describe-alarms get-metric-statistics list-metrics get-cost-and-usage get-queue-attributes list-event-source-mappings',
              ASKS_SERVICE,
            ),
          ],
        },
      ),
      part('logs', ASKS_SERVICE, {
        subcommands: [
          part(
            'tail describe-log-groups describe-log-streams filter-log-events get-log-events',
            ASKS_SERVICE,
          ),
        ],
        otherSubcommand: CHANGES,
      }),
    ],
    otherSubcommand: CHANGES,
    example: 's3 ls',
  },
  {
    names: 'gcloud az doctl ibmcloud oci aliyun linode-cli hcloud scw exo',
    source: 'gcloud, Azure CLI and doctl reference',
    stops: '--version -v version -h --help help',
    otherFlags: 'harmless',
    settings:
      '--project --format --filter --region --zone --resource-group -g -n --name --subscription --query -o --output --limit -t --access-token --account',
    flags: [
      { names: '--flags-file --credential-file-override', value: 'read' },
      { names: '--impersonate-service-account', value: 'text', adds: CHANGES_SERVICE },
    ],
    flagsAnywhere: true,
    subcommands: [
      part('info version help topic feedback', ASKS_SERVICE),
      part('secrets keyvault', REVEALS),
      part(
        'projects config account group vm aks acr webapp functionapp functions run services sql network resource droplet server organizations billing',
        CHANGES_SERVICE,
        {
          subcommands: [part('list show describe get-value list-locations', ASKS_SERVICE)],
        },
      ),
      part('compute container', CHANGES_SERVICE, {
        subcommands: [
          part(
            'instances clusters droplet disks images networks addresses zones regions node-pools',
            CHANGES_SERVICE,
            {
              subcommands: [part('list describe show get', ASKS_SERVICE)],
            },
          ),
        ],
      }),
    ],
    otherSubcommand: {
      does: { hosts: ['configured'], sends: true, why: 'can change something in the cloud' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
    example: 'version',
  },
  {
    names: 'gsutil bq s3cmd b2 azcopy',
    source: 'documentation of the tools named',
    stops: 'version --version help',
    subcommands: [part('ls list stat du head show', ASKS_SERVICE)],
    otherSubcommand: {
      does: { ...CHANGES_SERVICE, loses: true, why: 'copies or deletes data in the cloud' },
      otherFlags: 'harmless',
      operands: { rest: 'read' },
    },
  },
  {
    otherFlags: 'harmless',
    names:
      'vercel vc netlify ntl fly flyctl wrangler firebase heroku railway render surge now amplify eb sam cdk copilot pscale neonctl turso planetscale convex sentry-cli posthog stripe twilio shopify eas expo-cli dataform clever scalingo dokku',
    source: 'documentation of the hosting services named',
    stops: '-v --version -h --help version help',
    subcommands: [
      part('ls list whoami status logs log inspect info apps:info ps tail teams sites:list', ASKS_SERVICE),
      part('env env:list secret secrets config config:get config:vars kv d1 r2 token tokens auth', {
        ...CHANGES_SERVICE,
        ...REVEALS,
      }),
      part('dev serve build', { ...RUNS_PROJECT, hosts: ['configured'] }),
      part('rm remove delete destroy apps:destroy pg:reset rollback', DESTROYS_ON_SERVICE),
    ],
    otherSubcommand: {
      does: { ...CHANGES_SERVICE, runs: 'project', why: 'deploys or changes something' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
    bare: { ...CHANGES_SERVICE, why: 'deploys' },
  },
];
