/** Type and light colours, inline because some mail programs drop everything else; mail-styles.ts has the dark ones. */
export const looks = {
  text: 'font:18px/1.55 Newsreader,Georgia,serif;color:#1A1D1F',
  furniture: "font:15px/1.45 'Public Sans',Helvetica,Arial,sans-serif;color:#4A5054",
  meta: "font:13px/1.4 'Public Sans',Helvetica,Arial,sans-serif;color:#4A5054",
  label: "font:600 13px/1.4 'Public Sans',Helvetica,Arial,sans-serif;color:#00626A",
  alertLabel: "font:600 15px/1.45 'Public Sans',Helvetica,Arial,sans-serif;color:#A8321F",
  button:
    "display:inline-block;padding:13px 24px;border-radius:2px;background:#00626A;color:#FCFBF8;font:600 16px/1.25 'Public Sans',Helvetica,Arial,sans-serif;text-decoration:none",
  headline: (size: number) => `font:600 ${size}px/1.15 Newsreader,Georgia,serif;color:#1A1D1F`,
  link: 'color:#00626A',
} as const;
