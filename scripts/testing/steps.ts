import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { playwrightReport, troubles } from './playwright-report.ts';

export type Count = { passed: number; failed: number };
export type Said = { code: number | null; output: string };

/** Runs a command to its end. What it says is kept, and shown at once when somebody should watch it. */
export function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv,
  isShown = false,
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (isShown) process.stdout.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

function readReport<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The runner died before it could write one: its exit code says so.
    return null;
  }
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** A runner that ends badly without a failed test (a broken setup, an unhandled error) has still failed. */
function counted(passed: number, failed: number, { code }: Said): Count {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

export function countVitest(file: string, said: Said): Count {
  const report = readReport(file, vitestReport);
  return counted(report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, said);
}

export function countPlaywright(file: string, said: Said): { count: Count; troubles: string[] } {
  const report = readReport(file, playwrightReport);
  const passed = (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0);
  return {
    count: counted(passed, report?.stats.unexpected ?? 0, said),
    troubles: report ? troubles(report) : [],
  };
}

export function countCheck({ code }: Said): Count {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
