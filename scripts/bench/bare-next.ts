import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { stopProcess } from './a-running-site.ts';

const run = promisify(execFile);

/** How large a page is and how many elements it is made of: what rendering one costs depends on both. */
export type Shape = { bytes: number; elements: number };

export function shapeOf(html: string): Shape {
  const markup = html.replace(/<script[\s\S]*?<\/script>/g, '');
  return { bytes: Buffer.byteLength(html), elements: markup.match(/<[a-z]/g)?.length ?? 0 };
}

/**
 * A bare app of the same framework with one dynamic page that reads a cookie, of a given number of elements and bytes;
 * the text is spread evenly. Built beside the packages, so that it finds them.
 */
export async function startBareNext(
  root: string,
  surroundings: NodeJS.ProcessEnv,
  { bytes, elements }: Shape,
) {
  mkdirSync(join(root, '.data'), { recursive: true });
  const folder = mkdtempSync(join(root, '.data', 'bench-bare-next-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const environment = { ...surroundings, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } as const;
  const next = join(root, 'node_modules/next/dist/bin/next');
  try {
    mkdirSync(join(folder, 'app'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    writeFileSync(
      join(folder, 'next.config.mjs'),
      'export default { poweredByHeader: false, compress: false };',
    );
    writeFileSync(
      join(folder, 'app/layout.jsx'),
      'export default ({ children }) => <html lang="en"><head><title>Bare</title></head><body>{children}</body></html>;',
    );
    writeFileSync(join(folder, 'app/page.jsx'), page({ bytes, elements }));
    await run(process.execPath, [next, 'build'], { cwd: folder, env: environment });
    const child = spawn(process.execPath, [join(root, 'scripts/bench/bare-next-server.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment,
    });
    const { pid } = child;
    for await (const line of createInterface(child.stdout)) {
      const port = /^ready (\d+)$/.exec(line)?.[1];
      if (port === undefined || pid === undefined) continue;
      child.stdout.resume();
      const stop = async () => {
        await stopProcess(child);
        remove();
      };
      return { address: `http://127.0.0.1:${port}/`, pid, stop };
    }
    throw new Error('The bare app ended without being ready.');
  } catch (error) {
    remove();
    throw error;
  }
}

/** Each text stands in the page and again in the data for the browser, as in any page of the framework. */
function page({ bytes, elements }: Shape): string {
  const frame = 3_500;
  const perElement = 60;
  const words = Math.max(1, Math.round(((bytes - frame) / elements - perElement) / 2));
  return `
import { cookies } from "next/headers";
export const dynamic = 'force-dynamic';
const text = 'x'.repeat(${words});
export default async function Page() {
  await cookies();
  return <main>{Array.from({ length: ${elements} }, (_, n) => <p key={n} className="a">{text}</p>)}</main>;
}
`;
}
