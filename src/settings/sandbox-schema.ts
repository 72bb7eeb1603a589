import { z } from 'zod';
import { each, objectWith, TEXTS } from './shapes.ts';

const MODE = z.literal(['deny', 'mask']);

const NETWORK = objectWith(
  each(
    ['strictAllowlist', 'allowManagedDomainsOnly', 'allowAllUnixSockets', 'allowLocalBinding'],
    z.boolean(),
  ),
  each(['allowedDomains', 'deniedDomains', 'allowUnixSockets', 'allowMachLookup'], TEXTS),
  each(['httpProxyPort', 'socksProxyPort'], z.number()),
  each(['tlsTerminate'], z.looseObject({})),
);

const FILESYSTEM = objectWith(
  each(['allowManagedReadPathsOnly', 'disabled'], z.boolean()),
  each(['allowWrite', 'denyWrite', 'denyRead', 'allowRead'], TEXTS),
);

const CREDENTIALS = objectWith(each(['allowPlaintextInject'], z.boolean()), {
  files: z.array(z.looseObject({ path: z.string(), mode: MODE })).optional(),
  envVars: z.array(z.looseObject({ name: z.string(), mode: MODE })).optional(),
  awsPairs: z.array(z.looseObject({})).optional(),
  sigv4: z.looseObject({}).optional(),
});

/** The `sandbox` key (recorded from the SDK 0.3.330). */
export const SANDBOX = objectWith(
  each(
    [
      'enabled',
      'failIfUnavailable',
      'autoAllowBashIfSandboxed',
      'allowUnsandboxedCommands',
      'enableWeakerNestedSandbox',
      'allowNestedUserNamespaces',
      'enableWeakerNetworkIsolation',
      'allowAppleEvents',
    ],
    z.boolean(),
  ),
  each(['excludedCommands'], TEXTS),
  each(['network'], NETWORK),
  each(['filesystem'], FILESYSTEM),
  each(['credentials'], CREDENTIALS),
  each(['ignoreViolations'], z.record(z.string(), TEXTS)),
  each(['ripgrep'], z.looseObject({ command: z.string(), args: TEXTS.optional() })),
);
