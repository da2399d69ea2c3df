import { expect, test } from 'vitest';
import { maskedAddress } from './masked-address.ts';

test.each([
  ['maria.lopez@example.com', 'm•••@e•••.com'],
  ['m@x.org', 'm•••@x•••.org'],
  ['maria@mail.redaccion.example.mx', 'm•••@m•••.mx'],
  ['ñandú@xn--caf-dma.mx', 'ñ•••@x•••.mx'],
])('%s is shown as %s', (address, masked) => {
  expect(maskedAddress(address)).toBe(masked);
});
