import { createClient } from '@sanity/client';
import type { RunningSite } from './a-running-site.ts';

const documentId = 'article-us-presses-mexico-for-border-security-results';
const longestMs = 10_000;
const pauseMs = 5;

/** Changes a headline as an editor's publish does and asks for the page until it shows; milliseconds for each time. */
export async function publishToVisible(site: RunningSite, address: string, times: number): Promise<number[]> {
  const client = createClient({
    apiHost: site.lakeUrl,
    useProjectHostname: false,
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    token: site.writeToken,
    useCdn: false,
  });
  const original = await client.getDocument(documentId);
  const took: number[] = [];
  for (let time = 1; time <= times; time += 1) {
    const standfirst = `Measured change number ${time}.`;
    const from = performance.now();
    await client.patch(documentId).set({ standfirst }).commit({ visibility: 'sync' });
    await untilShown(address, standfirst, from);
    took.push(performance.now() - from);
  }
  await client.patch(documentId).set({ standfirst: original?.standfirst }).commit();
  return took;
}

async function untilShown(address: string, text: string, from: number): Promise<void> {
  while (performance.now() - from < longestMs) {
    const answer = await fetch(address);
    if ((await answer.text()).includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`The page did not show a change within ${longestMs} ms.`);
}
