import { rmSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { runCli } from './helpers/cli.ts';
import { layOut, type SamplePlace, sampleFile, sampleNames } from './helpers/sample.ts';

let place: SamplePlace | undefined;

afterEach(() => {
  if (place !== undefined) rmSync(place.folder, { recursive: true, force: true });
});

describe.each(sampleNames())('sample %s', (name) => {
  test('proposes the diff that stands beside it', async () => {
    place = layOut([name]);
    const at = { cwd: place.project, home: place.home };
    const common = ['--store', place.store];
    const learned = await runCli(['learn', '--once', '--transcripts', place.transcripts, ...common], at);
    expect(learned).toMatchObject({ exit: 0, err: '' });
    const diff = await runCli(['diff', '--all-proposed', '--project', place.project, ...common], at);
    const text = diff.out.replaceAll(place.folder, '/home/dev');
    await expect(text).toMatchFileSnapshot(sampleFile(name, 'expected.diff'));
  });
});
