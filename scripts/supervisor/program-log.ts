import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const rotateAtBytes = 10_000_000;
const rememberedLines = 20;

export type ProgramLog = { write: (chunk: Buffer) => void; lastLines: () => string };

/** One file a program, one older file beside it; in development its lines go to the terminal too. */
export function openProgramLog(
  folder: string,
  name: string,
  alsoTo: NodeJS.WritableStream | null,
): ProgramLog {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  let bytes = existsSync(file) ? statSync(file).size : 0;
  let rest = '';
  let last: string[] = [];
  return {
    write(chunk) {
      if (bytes > rotateAtBytes) {
        renameSync(file, `${file}.1`);
        bytes = 0;
      }
      appendFileSync(file, chunk);
      bytes += chunk.length;
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      last = [...last, ...lines].slice(-rememberedLines);
      for (const line of lines) alsoTo?.write(`${name.padEnd(9)}| ${line}\n`);
    },
    lastLines: () => [...last, rest].filter(Boolean).join('\n'),
  };
}
