import { readdirSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, startTestLake, type TestLake, tokens } from '../testing/test-lake.ts';

let lake: TestLake;
let picture: Buffer;
beforeAll(async () => {
  lake = await startTestLake();
  // Four quarters: red, green; blue, white.
  const quarter = (background: string) =>
    sharp({ create: { width: 200, height: 100, channels: 3, background } })
      .png()
      .toBuffer();
  picture = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#ffffff' } })
    .composite([
      { input: await quarter('#ff0000'), left: 0, top: 0 },
      { input: await quarter('#00ff00'), left: 200, top: 0 },
      { input: await quarter('#0000ff'), left: 0, top: 100 },
    ])
    .removeAlpha()
    .png()
    .toBuffer();
});
afterAll(() => lake.end());

const upload = (bytes: Buffer, filename = 'four.png') =>
  lake.client().assets.upload('image', bytes, { filename });

/** The picture that a URL gives: its size, its format and the colour at a place. */
async function look(url: string, accept = '*/*') {
  const response = await fetch(url, { headers: { accept } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * info.width + x) * 3);
    return { red: red > 128, green: green > 128, blue: blue > 128 };
  };
  return {
    status: response.status,
    headers: response.headers,
    type: response.headers.get('content-type'),
    ...info,
    at,
  };
}
const red = { red: true, green: false, blue: false };
const green = { red: false, green: true, blue: false };
const blue = { red: false, green: false, blue: true };
const white = { red: true, green: true, blue: true };

describe('a picture that is uploaded', () => {
  test('becomes a document with its size, a tiny preview and its colours', async () => {
    const asset = await upload(picture);
    expect(asset).toMatchObject({
      _id: expect.stringMatching(/^image-[a-f0-9]{40}-400x200-png$/),
      _type: 'sanity.imageAsset',
      extension: 'png',
      mimeType: 'image/png',
      originalFilename: 'four.png',
      size: picture.length,
      metadata: {
        dimensions: { width: 400, height: 200, aspectRatio: 2 },
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
        isOpaque: true,
        palette: { dominant: { background: expect.stringMatching(/^#[0-9a-f]{6}$/) } },
      },
    });
    expect(asset.path).toBe(`images/local/production/${asset.sha1hash}-400x200.png`);
  });

  test('has a blur hash in the shape that hosted Sanity gives, when it is asked for or nothing is named', async () => {
    const metadataOf = async (extract?: ('blurhash' | 'lqip' | 'none')[]) => {
      const noise = { type: 'gaussian' as const, mean: Math.random() * 200, sigma: 20 };
      const own = await sharp({ create: { width: 160, height: 90, channels: 3, background: '#fff', noise } })
        .png()
        .toBuffer();
      return (await lake.client().assets.upload('image', own, extract ? { extract } : {})).metadata;
    };
    // 16 to 9 is five by three components there.
    const blurHash = expect.stringMatching(/^M[^\s]{33}$/);
    expect(await metadataOf()).toMatchObject({ blurHash, lqip: expect.any(String) });
    expect(await metadataOf(['blurhash'])).toMatchObject({ blurHash });
    expect(await metadataOf(['lqip'])).not.toHaveProperty('blurHash');
    expect(await metadataOf(['none'])).not.toHaveProperty('blurHash');
  });

  test('is kept once, however often it comes', async () => {
    const [first, second] = [await upload(picture), await upload(picture, 'again.png')];
    expect(second).toEqual(first);
    expect(readdirSync(`${lake.dataFolder}/incoming`)).toEqual([]);
  });

  test('is what its bytes say, not what its name says', async () => {
    const asset = await upload(picture, 'photo.jpg');
    expect(asset.extension).toBe('png');
    const html = Buffer.from('<script>alert(1)</script>');
    expect(await refusal(upload(html, 'page.png'))).toMatchObject({ status: 400 });
    expect(await refusal(upload(Buffer.alloc(0)))).toMatchObject({ status: 400 });
  });

  test('is turned upright', async () => {
    const lying = await sharp(picture).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const asset = await upload(lying, 'lying.jpg');
    expect(asset.metadata.dimensions).toMatchObject({ width: 200, height: 400 });
    expect(await look(`${asset.url}?w=100`)).toMatchObject({ width: 100, height: 200 });
  });

  test('is refused when it has too many pixels, whatever its bytes weigh', async () => {
    const header = Buffer.alloc(17);
    header.write('IHDR');
    header.writeUInt32BE(12_000, 4);
    header.writeUInt32BE(12_000, 8);
    header.set([8, 2, 0, 0, 0], 12);
    const chunk = Buffer.alloc(25);
    chunk.writeUInt32BE(13);
    chunk.set(header, 4);
    chunk.writeUInt32BE(crc32(header), 21);
    const bomb = Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk, picture.subarray(33)]);
    expect(await refusal(upload(bomb))).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('pixels') },
    });
  });
});

describe('a picture that is asked for', () => {
  test('comes as it is, to be kept for ever, without a token', async () => {
    const { url } = await upload(picture);
    const response = await fetch(url);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(picture);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['w=100', 100, 50],
    ['h=50', 100, 50],
    ['w=100&dpr=2', 200, 100],
    ['w=100&h=100', 100, 50],
    ['w=100&h=100&fit=crop', 100, 100],
    ['w=100&h=100&fit=scale', 100, 100],
    ['w=100&h=100&fit=fill&bg=000', 100, 100],
    ['w=1000&h=1000&fit=max', 400, 200],
    ['w=1000&h=1000&fit=min', 200, 200],
    ['w=800', 800, 400],
    ['w=800&fit=max', 400, 200],
    ['rect=0,0,200,100', 200, 100],
    ['rect=200,0,200,100&w=50', 50, 25],
    ['rect=300,150,500,500', 100, 50],
  ])('%s gives %i by %i', async (parameters, width, height) => {
    const { url } = await upload(picture);
    expect(await look(`${url}?${parameters}`)).toMatchObject({ status: 200, width, height });
  });

  test('is cut where it is told to', async () => {
    const { url } = await upload(picture);
    const part = async (parameters: string) => (await look(`${url}?${parameters}`)).at(10, 10);
    expect(await part('rect=200,0,200,100')).toEqual(green);
    expect(await part('rect=0,100,200,100')).toEqual(blue);
    expect(await part('w=40&h=40&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.9')).toEqual(green);
    expect(await part('w=40&h=80&fit=crop&crop=left')).toEqual(red);
    expect((await look(`${url}?w=40&h=40&fit=crop&crop=focalpoint&fp-x=1&fp-y=1`)).at(39, 39)).toEqual(white);
    expect((await look(`${url}?w=40&h=40&fit=crop&crop=right`)).at(39, 0)).toEqual(green);
  });

  test('comes in the best format that the browser names', async () => {
    const { url } = await upload(picture);
    const type = async (parameters: string, accept: string) =>
      (await look(`${url}?${parameters}`, accept)).type;
    expect(await type('w=50&auto=format', 'image/avif,image/webp,*/*')).toBe('image/avif');
    expect(await type('w=50&auto=format', 'image/webp,*/*')).toBe('image/webp');
    expect(await type('w=50&auto=format', '*/*')).toBe('image/png');
    expect(await type('w=50&fm=jpg', '*/*')).toBe('image/jpeg');
    const negotiated = await look(`${url}?w=50&auto=format`, 'image/webp');
    expect(negotiated.headers.get('vary')).toContain('accept');
  });

  test('is made once, also when many ask at the same time', async () => {
    const { url } = await upload(picture);
    const answers = await Promise.all(Array.from({ length: 10 }, () => look(`${url}?w=77&q=61`)));
    expect(answers.every(({ status, width }) => status === 200 && width === 77)).toBe(true);
    const again = await look(`${url}?q=61&w=77`);
    expect(again.status).toBe(200);
  });

  test('is refused for parameters that make no sense, and unknown where there is none', async () => {
    const { url } = await upload(picture);
    for (const parameters of [
      'w=0',
      'w=99999',
      'w=abc',
      'fit=explode',
      'rect=1,2,3',
      'rect=-1,0,5,5',
      'fm=exe',
      'fm=constructor',
      'dpr=99',
    ]) {
      expect([parameters, (await fetch(`${url}?${parameters}`)).status]).toEqual([parameters, 400]);
    }
    const unknown = `${lake.url}/images/local/production`;
    for (const name of [`${'0'.repeat(40)}-1x1.png`, '..%2F..%2Flake.sqlite', 'x']) {
      expect((await fetch(`${unknown}/${name}`)).status).toBe(404);
      expect((await fetch(`${unknown}/${name}?w=10`)).status).toBe(404);
    }
  });

  test('cannot run scripts when it is an SVG', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
    );
    const asset = await upload(svg, 'logo.svg');
    for (const parameters of ['', '?w=10', '?fm=png']) {
      const { headers } = await fetch(`${asset.url}${parameters}`);
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('a file', () => {
  test('is given back as a download, whatever it claims to be', async () => {
    const html = Buffer.from('<script>alert(1)</script>');
    const asset = await lake
      .client()
      .assets.upload('file', html, { filename: 'page.html', contentType: 'text/html' });
    expect(asset).toMatchObject({
      _type: 'sanity.fileAsset',
      extension: 'html',
      originalFilename: 'page.html',
    });
    const response = await fetch(asset.url);
    expect(await response.text()).toBe(html.toString());
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    const named = await fetch(`${asset.url}?dl=report "2026".html`);
    expect(named.headers.get('content-disposition')).toBe('attachment; filename="report 2026.html"');
  });

  test('that is too large is refused before it fills the disk', async () => {
    const response = await fetch(`${lake.url}/v2025-02-19/assets/images/production`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.editor}` },
      body: Buffer.alloc(51 * 1024 * 1024),
    }).catch(() => null);
    // The connection may be gone before the whole body was sent.
    expect([413, undefined]).toContain(response?.status);
    expect(readdirSync(`${lake.dataFolder}/incoming`)).toEqual([]);
  });
});
