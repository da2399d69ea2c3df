import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import '../../globals.css';
import { isLanguage } from '#lib/i18n/language.ts';
import { fontVariables } from '../../fonts.ts';

export const revalidate = 300;
export const dynamicParams = true;

export const metadata: Metadata = {
  manifest: '/manifest.webmanifest',
  icons: { icon: { url: '/mark.svg', type: 'image/svg+xml' }, apple: '/touch-icon.png' },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#121517' },
  ],
};

/** Nothing is rendered at build time: each page is made on its first request and kept. */
export function generateStaticParams() {
  return [];
}

type Props = { children: ReactNode; params: Promise<{ lang: string }> };

export default async function Layout({ children, params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  return (
    <html lang={lang} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
