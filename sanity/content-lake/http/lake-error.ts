/** An error that a client is told about, in one of the two shapes the hosted API uses. */
export class LakeError extends Error {
  readonly status: number;
  readonly body: object;
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, body: object, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
};

/** `{ statusCode, error, message }`: what everything but the data endpoints answers. */
export function httpError(status: number, message: string, headers?: Record<string, string>): LakeError {
  return new LakeError(
    status,
    message,
    { statusCode: status, error: titles[status] ?? 'Error', message },
    headers,
  );
}

/** `{ error: { type, description, … } }`: what the data endpoints answer. */
export function dataError(
  status: number,
  type: string,
  description: string,
  details: object = {},
): LakeError {
  return new LakeError(status, description, { error: { type, description, ...details } });
}

export type MutationFault = { type: string; description: string; id?: string; [detail: string]: unknown };

/** Hosted Sanity answers 409 for every mutation that the state of the documents forbids. */
export function mutationError(fault: MutationFault, index: number, status = 409): LakeError {
  return dataError(status, 'mutationError', `The mutation(s) failed: ${fault.description}`, {
    items: [{ error: fault, index }],
  });
}
