import { parseCommandLine, UsageError } from './command-line.ts';
import { startLake } from './start-lake.ts';
import { DataFolderInUse } from './store/database.ts';

const [command, ...rest] = process.argv.slice(2);

try {
  if (command === 'export' || command === 'import') await archive(command, rest);
  else await serve(process.argv.slice(2));
} catch (error) {
  console.error(explain(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function serve(args: readonly string[]): Promise<void> {
  const running = await startLake(parseCommandLine(args, process.env));
  for (const { account, path } of running.madeSecrets) {
    console.error(`The secret of the account "${account}" was made and stands in ${path}`);
  }
  for (const name of running.lake.leftOut) {
    console.error(
      `The dataset "${name}" was deleted, so this start does not make it again. An administrator can: ` +
        `curl -X PUT -H 'Authorization: Bearer TOKEN' ${running.url}/v1/projects/${running.lake.projectId}/datasets/${name}`,
    );
  }
  console.log(`content lake ready at ${running.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      running.close().then(() => process.exit(0));
    });
  }
}

/** Loaded only here: a lake that serves does without the client and its streams. */
async function archive(direction: 'export' | 'import', args: readonly string[]): Promise<void> {
  const { parseArchiveOptions } = await import('./archive/archive-options.ts');
  const { exportArchive, importArchive } = await import('./archive/archive-commands.ts');
  const options = parseArchiveOptions(direction, args, process.env);
  const say = (line: string) => console.log(line);
  await (direction === 'export' ? exportArchive(options, say) : importArchive(options, say));
}

function explain(error: unknown): unknown {
  if (error instanceof UsageError || error instanceof DataFolderInUse) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `The port is taken: ${error.message}`;
  }
  return error;
}
