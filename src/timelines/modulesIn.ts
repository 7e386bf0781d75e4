/** The modules of a folder of `src`, where Vite is not there to list them: in tools that Node runs as they are. */

/** @returns for each file `./name.ts` a function that imports it, but for the index and what lies deeper */
export function modulesIn<Module>(folder: string): Readonly<Record<string, () => Promise<Module>>> {
  const { readdirSync } = process.getBuiltinModule('node:fs');
  const { pathToFileURL } = process.getBuiltinModule('node:url');
  const files = readdirSync(folder).filter((file) => /^(?!index\.)\w+\.ts$/.test(file));
  return Object.fromEntries(
    files.sort().map((file) => {
      const { href } = pathToFileURL(`${folder}/${file}`);
      return [`./${file}`, () => import(/* @vite-ignore */ href) as Promise<Module>];
    }),
  );
}
