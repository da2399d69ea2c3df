import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';

export type Question = {
  path: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
};
export type Heard = {
  status: number;
  headers: IncomingMessage['headers'];
  /** One entry for each header line, for those that may come more than once. */
  distinct: NodeJS.Dict<string[]>;
  text: string;
};

const keepingAlive = new Agent({ keepAlive: true, maxSockets: 8 });
const quietMs = 20_000;

/** Asks by the bytes given: no client in between that tidies the path, the host or a header. */
export function ask(origin: string, { path, method = 'GET', headers = {}, body }: Question): Promise<Heard> {
  const { hostname, port } = new URL(origin);
  // A server may close the connection of a request whose body it does not want to read.
  const agent = method === 'GET' || method === 'HEAD' ? keepingAlive : false;
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const asking = request(
      { hostname, port, path, method, headers: { ...length, ...headers }, agent, timeout: quietMs },
      async (answer) => {
        try {
          const chunks: Buffer[] = [];
          for await (const chunk of answer) chunks.push(chunk);
          const { headers, headersDistinct } = answer;
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, headers, distinct: headersDistinct, text });
        } catch (error) {
          reject(error);
        }
      },
    );
    asking.once('timeout', () => asking.destroy(new Error(`No answer to ${method} ${path}`)));
    asking.once('error', reject);
    asking.end(body);
  });
}

const mostRedirects = 3;

/** The same, following redirects on this host: a request for page data is first sent to its own address. */
export async function follow(origin: string, question: Question): Promise<Heard> {
  let heard = await ask(origin, question);
  for (let turn = 0; turn < mostRedirects && heard.status >= 300 && heard.status < 400; turn += 1) {
    const { location = '' } = heard.headers;
    const to = URL.canParse(location, origin) ? new URL(location, origin) : null;
    if (to?.host !== new URL(origin).host) return heard;
    heard = await ask(origin, { ...question, path: to.pathname + to.search });
  }
  return heard;
}

/** Everything an answer says, headers too: a canary may sit in a Link or a Location. */
export function wholeOf({ headers, text }: Heard): string {
  return `${JSON.stringify(headers)}\n${text}`;
}

const together = 8;

/** Asks all of them, a few at a time, and gives what `see` makes of each answer. */
export async function askAll<Q extends Question, Seen>(
  origin: string,
  questions: readonly Q[],
  see: (heard: Heard, question: Q) => Seen[],
): Promise<Seen[]> {
  const seen: Seen[] = [];
  const waiting = [...questions];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      seen.push(...see(await follow(origin, next), next));
  };
  await Promise.all(Array.from({ length: together }, worker));
  return seen;
}
