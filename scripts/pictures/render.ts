import sharp from 'sharp';
import { layeredNoise, pixelNoise } from './kit/noise.ts';
import { type Layer, type Scene, height as usualHeight, width as usualWidth } from './kit/svg.ts';

type Pixels = { data: Uint8Array; width: number; height: number };

/** Paints the layers over one another and gives the whole a printed surface. */
export async function renderScene(name: string, scene: Scene): Promise<Buffer> {
  const size = { width: scene.width ?? usualWidth, height: scene.height ?? usualHeight };
  const page: Pixels = { ...size, data: scene.ground ?? new Uint8Array(size.width * size.height * 3) };
  let seed = 1;
  for (const layer of scene.layers) {
    lay(page, await rasterise(layer, size), layer.grain === true, seed);
    seed += 7;
  }
  return finish(name, page, scene.quality ?? 72);
}

async function rasterise(layer: Layer, size: { width: number; height: number }): Promise<Uint8Array> {
  return sharp(Buffer.from(layer.svg), { unlimited: true })
    .resize(size.width, size.height, { fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer();
}

/** Specks two pixels wide, so that they survive being shown smaller. */
function speck(x: number, y: number, seed: number): number {
  return (pixelNoise(x >> 1, y >> 1, seed) * 2 + pixelNoise(x, y, seed + 1)) / 3;
}

function lay(page: Pixels, paint: Uint8Array, grained: boolean, seed: number): void {
  const { data, width } = page;
  const count = data.length / 3;
  for (let pixel = 0; pixel < count; pixel += 1) {
    let alpha = (paint[pixel * 4 + 3] ?? 0) / 255;
    if (alpha === 0) continue;
    if (grained && alpha < 1) {
      const fleck = speck(pixel % width, Math.floor(pixel / width), seed) - 0.5;
      alpha = Math.min(1, Math.max(0, alpha + fleck * alpha * (1 - alpha) * 1.8));
    }
    for (let channel = 0; channel < 3; channel += 1) {
      const under = data[pixel * 3 + channel] ?? 0;
      const over = paint[pixel * 4 + channel] ?? 0;
      data[pixel * 3 + channel] = under + (over - under) * alpha;
    }
  }
}

async function finish(name: string, page: Pixels, quality: number): Promise<Buffer> {
  const { data, width, height } = page;
  const mottle = layeredNoise(name, 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const cloud = (mottle(x / 90, y / 90) - 0.5) * 7;
      const grain = (speck(x, y, 97) - 0.5) * 13;
      const pixel = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const value = (data[pixel + channel] ?? 0) + cloud + grain;
        data[pixel + channel] = Math.min(255, Math.max(0, value));
      }
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:2:0' })
    .toBuffer();
}
