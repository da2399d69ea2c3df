import 'server-only';

export const dynamic = 'force-dynamic';

/** The process answers. Whether it can do its work is for /api/health/ready to say. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { 'cache-control': 'no-store' } });
}
