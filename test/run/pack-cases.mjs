// Packs recorded decisions of the real client into test data:
//   node test/run/pack-cases.mjs RECORDED.jsonl[.gz] KIND VERSION
// One JSON value, brotli-compressed: groups of cases that share settings, mode, directory, layout and arguments.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';

const [source, kind, version] = process.argv.slice(2);
if (source === undefined || kind === undefined || version === undefined) {
  console.error('usage: node test/run/pack-cases.mjs RECORDED.jsonl[.gz] KIND VERSION');
  process.exit(2);
}

const bytes = readFileSync(source);
const text = (source.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const groups = new Map();
let count = 0;
for (const line of text.split('\n').filter((one) => one !== '')) {
  const { group, settings, mode, cwd, layout, args, trusted, tool, input, decision, handedTo } =
    JSON.parse(line);
  if (decision === 'invalid') continue;
  const session = { group, settings, mode, cwd, layout, args: sessionArguments(args), trusted };
  const key = JSON.stringify(session);
  const entry = groups.get(key) ?? { ...session, cases: [] };
  groups.set(key, entry);
  const isPlainCommand = tool === 'Bash' && Object.keys(input).join() === 'command';
  entry.cases.push([
    decision + (handedTo === undefined ? '' : `:${handedTo}`),
    ...(isPlainCommand ? [input.command] : [tool, input]),
  ]);
  count += 1;
}

const target = new URL(`../permission/cases/recorded/${version}-${kind}.json.br`, import.meta.url);
const packed = brotliCompressSync(JSON.stringify([...groups.values()]), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(target, packed);
console.log(`${count} cases in ${groups.size} groups, ${packed.length} bytes: ${target.pathname}`);

/** Only the arguments that permissions depend on. */
function sessionArguments(args = []) {
  const kept = [];
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--tools') index += 1;
    else if (args[index] !== '--allow-dangerously-skip-permissions') kept.push(args[index]);
  }
  return kept.length === 0 ? undefined : kept;
}
