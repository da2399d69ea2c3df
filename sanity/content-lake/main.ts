import { parseCommandLine, UsageError } from './command-line.ts';
import { startLake } from './start-lake.ts';
import { DataFolderInUse } from './store/database.ts';

try {
  const running = await startLake(parseCommandLine(process.argv.slice(2), process.env));
  for (const { account, path } of running.madeSecrets) {
    console.error(`The secret of the account "${account}" was made and stands in ${path}`);
  }
  console.log(`content lake ready at ${running.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      running.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function explain(error: unknown): unknown {
  if (error instanceof UsageError || error instanceof DataFolderInUse) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `The port is taken: ${error.message}`;
  }
  return error;
}
