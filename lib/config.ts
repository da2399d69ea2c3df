import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const secret = z.string().min(24, 'must have at least 24 characters');
const url = z.url();
const port = z.coerce.number().int().min(1).max(65535);

const domainName = z.string().regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/i);

/** In one line of an environment file, its line breaks are written \n. */
const rsaKey = z
  .string()
  .transform((key) => key.replaceAll('\\n', '\n'))
  .refine(isRsaKey, 'is not an RSA private key in PEM');

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** As SendGrid shows it: a key that cannot be read would refuse every event. */
const publicKey = z.string().refine((key) => {
  try {
    createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return true;
  } catch {
    return false;
  }
}, 'is not a public key in base64');

const logLevelSchema = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info');

/** Every variable the programs read; docs: .env.example. Unset and empty mean the same. */
const environment = z.object({
  SITE_URL: url.default('http://localhost:3000'),
  PORT: port.default(3000),
  DATA_DIR: z.string().default('.data'),
  SANITY_API_HOST: url.optional(),
  SANITY_PUBLIC_API_HOST: url.optional(),
  SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .default('local'),
  SANITY_DATASET: z
    .string()
    .regex(/^[a-z0-9_][-a-z0-9_]*$/)
    .default('production'),
  SANITY_API_READ_TOKEN: secret,
  SANITY_WEBHOOK_SECRET: secret,
  LAKE_PORT: port.default(3333),
  IMAGE_BASE_URL: url.optional(),
  DATABASE_URL: z.string().startsWith('postgres'),
  SMTP_URL: z.string().startsWith('smtp'),
  MAIL_FROM: z.string().min(3).default('newsletter@localhost.localdomain'),
  MAIL_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(5),
  MAIL_PER_SECOND: z.coerce.number().int().min(1).optional(),
  MAIL_WEBHOOK_SECRET: secret.optional(),
  MAILGUN_SIGNING_KEY: secret.optional(),
  SENDGRID_VERIFICATION_KEY: publicKey.optional(),
  SESSION_SECRET: secret,
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  DKIM_DOMAIN: domainName.optional(),
  DKIM_SELECTOR: domainName.or(z.string().regex(/^[a-z0-9-]+$/i)).optional(),
  DKIM_PRIVATE_KEY: rsaKey.optional(),
  LIMITS_FACTOR: z.coerce.number().min(1).max(1_000_000).default(1),
  LOG_LEVEL: logLevelSchema,
});

const dkim = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY'] as const;

/** With one of them missing, mails would go out unsigned and nobody would know. */
const checked = environment.superRefine((given, context) => {
  const missing = dkim.filter((name) => given[name] === undefined);
  if (missing.length === dkim.length) return;
  for (const name of missing)
    context.addIssue({ code: 'custom', path: [name], message: 'is missing beside the other two of DKIM' });
});

/** Without a project of its own and without a host, the site asks the lake of this machine. */
const resolved = checked.transform((given) => {
  const isHosted = given.SANITY_PROJECT_ID !== 'local';
  const host = given.SANITY_API_HOST ?? (isHosted ? undefined : `http://localhost:${given.LAKE_PORT}`);
  const publicHost = given.SANITY_PUBLIC_API_HOST ?? host;
  return { ...given, SANITY_API_HOST: host, SANITY_PUBLIC_API_HOST: publicHost };
});

export type Config = z.infer<typeof resolved>;

/**
 * Reads a set of environment variables. A variable NAME may come as NAME_FILE, the path of a file that holds it.
 * Throws an error that names every bad variable and never prints a value.
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given: Record<string, string> = {};
  for (const name of Object.keys(environment.shape)) {
    const file = env[`${name}_FILE`];
    const value = env[name] || (file ? readFileSync(file, 'utf8').trim() : undefined);
    if (value) given[name] = value;
  }
  const parsed = resolved.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not usable.\n${problems.join('\n')}`);
}

let parsed: Config | undefined;

/** The process's configuration, read once on first use: a build needs none. */
export function config(): Config {
  parsed ??= parseConfig(process.env);
  return parsed;
}

/** Readable before the rest is: what is wrong with a configuration must be loggable. A bad level counts as none. */
export function logLevel(): z.infer<typeof logLevelSchema> {
  return logLevelSchema.catch('info').parse(process.env.LOG_LEVEL || undefined);
}
