/** Headers in which a cache entry tells the server about itself. The server takes them out before it answers. */
export const internalHeaders = {
  scriptHashes: 'x-page-script-hashes',
  styleHashes: 'x-page-style-hashes',
  frames: 'x-page-frames',
} as const;
