/** The scripts of a package.json text: name to shell text. Empty where the text is no such file. */
export function npmScripts(text: string): Readonly<Record<string, string>> {
  const parsed = parseObject(text);
  const scripts = parsed?.['scripts'];
  if (!isObject(scripts)) return {};
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(scripts)) if (typeof value === 'string') found[name] = value;
  return found;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Target = { readonly needs: readonly string[]; readonly recipe: string[] };

/** The recipes of a Makefile text by target, those of prerequisites first. Variables are left as make wrote them. */
export function makeTargets(text: string): Readonly<Record<string, string>> {
  const targets = readTargets(text);
  const found: Record<string, string> = {};
  for (const name of targets.keys()) found[name] = recipeOf(name, targets, new Set()).join('\n');
  return found;
}

function readTargets(text: string): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  let current: readonly Target[] = [];
  for (const line of text.replace(/\\\n/g, ' ').split('\n')) {
    if (line.startsWith('\t')) {
      // `@` and `-` in front of a recipe line only silence make; `$$` is the shell's dollar.
      const command = line
        .slice(1)
        .replace(/^[@+-]+/, '')
        .replaceAll('$$', '$');
      for (const target of current) target.recipe.push(command);
      continue;
    }
    const match = /^([^\s#:=][^#:=]*):(?!=)([^=#]*)/.exec(line);
    if (match === null) continue;
    const needs = (match[2] ?? '')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    current = (match[1] ?? '')
      .trim()
      .split(/\s+/)
      .map((name) => {
        const target: Target = { needs, recipe: [] };
        targets.set(name, target);
        return target;
      });
  }
  return targets;
}

function recipeOf(name: string, targets: ReadonlyMap<string, Target>, seen: Set<string>): readonly string[] {
  const target = targets.get(name);
  if (target === undefined || seen.has(name)) return [];
  seen.add(name);
  return [...target.needs.flatMap((need) => recipeOf(need, targets, seen)), ...target.recipe];
}
