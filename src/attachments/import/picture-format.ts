/** By how they begin; browsers show none of them, or not all browsers do. */
const starts: readonly (readonly [format: string, start: RegExp])[] = [
  ['TIFF', /^(?:II[*+]\0|MM\0[*+])/],
  ['EMF', /^\x01\0{3}[^]{36} EMF/],
  ['WMF', /^(?:\xd7\xcd\xc6\x9a|[\x01\x02]\0\x09\0\0[\x01\x03])/],
  ['HEIC', /^[^]{4}ftyp(?:hei|hev|mif|msf)/],
  ['AVIF', /^[^]{4}ftypavi/],
  ['JPEG XL', /^(?:\xff\x0a|\0{3}\x0cJXL )/],
  ['JPEG XR', /^II\xbc/],
  ['JPEG 2000', /^(?:\0{3}\x0cjP {2}|\xff\x4f\xff\x51)/],
  ['PSD', /^8BPS/],
  [
    'SVG',
    /^(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>|<!--(?:(?!-->)[^])*-->|<!DOCTYPE[^>]*>|\s)*<(?:\w+:)?svg[\s>]/,
  ],
];

/** As a package or a file's ending says it; `z` is for those that are compressed. */
const names: readonly (readonly [format: string, name: RegExp])[] = [
  ['TIFF', /tiff?$/],
  ['EMF', /em[fz]$/],
  ['WMF', /wm[fz]$/],
  ['PICT', /pi?ct$/],
  ['PCX', /pcx$/],
  ['EPS', /eps$|postscript$/],
];

/** The format of a picture that can't be taken, so that the person reads what it is: by its bytes, else by what is said of it. */
export function formatOf(bytes: Uint8Array, ...said: readonly string[]): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 1024));
  const found = starts.find(([, start]) => start.test(text));
  return (found ?? names.find(([, name]) => said.some((one) => name.test(one.toLowerCase()))))?.[0];
}
