import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SanityClient } from '@sanity/client';

const main = join(import.meta.dirname, '../main.ts');

/** The lake as a program of its own, which can be killed. */
export class LakeProcess {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lake-process-'));
  readonly #port: number;
  #child: ChildProcess | null = null;

  static async start(): Promise<LakeProcess> {
    const process = new LakeProcess(await freePort());
    await process.start();
    return process;
  }

  private constructor(port: number) {
    this.#port = port;
  }

  /** On the same folder as before; resolves when it is ready. */
  async start(): Promise<void> {
    const child = this.spawn();
    this.#child = child;
    for await (const chunk of child.stdout ?? []) {
      if (String(chunk).includes('content lake ready at')) return;
    }
    throw new Error('The lake did not start');
  }

  spawn(): ChildProcess {
    const flags = ['--port', String(this.#port), '--data', this.#folder];
    const rest = ['--dataset', 'production', '--token', 'admin'];
    return spawn(process.execPath, [main, ...flags, ...rest], { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Resolves with how it ended. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return Promise.resolve(child?.exitCode ?? null);
    return new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill(signal);
    });
  }

  client(): SanityClient {
    return createClient({
      projectId: 'local',
      dataset: 'production',
      apiVersion: '2025-02-19',
      apiHost: `http://localhost:${this.#port}`,
      useProjectHostname: false,
      useCdn: false,
      token: 'admin',
      maxRetries: 0,
    });
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address() as AddressInfo; // A TCP server's address is never a string or null.
      probe.close(() => resolve(address.port));
    });
  });
}
