import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeFileLock } from './file-lock.ts';

test('one process holds the lock, and kill -9 of it frees the lock', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'lock-')), 'lock');
  const program = `
    const { takeFileLock } = await import(${JSON.stringify(join(import.meta.dirname, 'file-lock.ts'))});
    console.log(takeFileLock(${JSON.stringify(file)}) ? 'held' : 'refused');
    setInterval(() => gc(), 10);
    setTimeout(() => console.log('collected'), 200);`;
  const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', program]);
  onTestFinished(() => {
    holder.kill('SIGKILL');
  });
  const ended = new Promise((resolve) => holder.once('exit', resolve));
  expect(String(await new Promise((resolve) => holder.stdout.once('data', resolve)))).toContain('held');
  // Nobody keeps what was returned: a lock that ended with its object would end at any moment.
  expect(String(await new Promise((resolve) => holder.stdout.once('data', resolve)))).toContain('collected');
  expect(takeFileLock(file)).toBeNull();
  holder.kill('SIGKILL');
  await ended;
  expect(takeFileLock(file)).not.toBeNull();
});
