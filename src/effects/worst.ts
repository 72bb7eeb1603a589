import { ANY } from './arg.ts';
import type { Flag, Operands, Part } from './description.ts';
import { addChoice, addGain } from './gain.ts';
import { addMeaning } from './meaning.ts';
import type { Scene } from './scene.ts';
import type { Tally } from './tally.ts';

/** Adds everything that any further words could make a command do: the union over what its description knows. */
export function addWorst(tally: Tally, part: Part, scene: Scene): void {
  for (const flag of part.flags ?? []) addWorstOfFlag(tally, flag, scene);
  if (part.operands !== undefined) addWorstOfOperands(tally, part.operands, scene);
}

/** The same for a command whose subcommand is open too. */
export function addWorstOfAll(tally: Tally, part: Part, scene: Scene): void {
  addWorst(tally, part, scene);
  if (part.stdin !== undefined) addMeaning(tally, 'code', ANY, scene);
  if (part.bare !== undefined) addGain(tally, part.bare, scene);
  const inner: readonly Part[] = [
    ...(part.subcommands ?? []),
    ...(part.otherSubcommand === undefined ? [] : [part.otherSubcommand]),
  ];
  for (const sub of inner) {
    if (sub.does !== undefined) addGain(tally, sub.does, scene);
    addWorstOfAll(tally, sub, scene);
  }
}

function addWorstOfFlag(tally: Tally, flag: Flag, scene: Scene): void {
  if (flag.adds !== undefined) addGain(tally, flag.adds, scene);
  if (flag.choices !== undefined) addChoice(tally, flag.choices, undefined, scene);
  for (const meaning of [flag.value, ...(flag.values ?? [])]) {
    if (meaning !== undefined) addMeaning(tally, meaning, ANY, scene);
  }
  if (flag.operands !== undefined) addWorstOfOperands(tally, flag.operands, scene);
}

function addWorstOfOperands(tally: Tally, operands: Operands, scene: Scene): void {
  const meanings = [...(operands.first ?? []), operands.rest, operands.last];
  for (const meaning of meanings) if (meaning !== undefined) addMeaning(tally, meaning, ANY, scene);
  for (const gain of [operands.none, operands.some, operands.several]) {
    if (gain !== undefined) addGain(tally, gain, scene);
  }
  if (operands.choices !== undefined) addChoice(tally, operands.choices, undefined, scene);
  if (operands.assignments === 'environment') addMeaning(tally, 'command', ANY, scene);
  else if (operands.assignments !== undefined) addGain(tally, operands.assignments, scene);
}
