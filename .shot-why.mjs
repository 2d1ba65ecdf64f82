import { chromium } from 'playwright-core';
import sparticuz from '@sparticuz/chromium';
const exe = await sparticuz.executablePath();
const b = await chromium.launch({ executablePath: exe, args: ['--no-sandbox'], headless: true });
for (const [loc, page, w, name, open] of JSON.parse(process.argv[2])) {
  const p = await b.newPage({ viewport: { width: w, height: 900 } });
  await p.goto(`file:///work/wt/why/dist/${loc}/${page}`);
  if (open) await p.evaluate((n) => document.querySelectorAll('section[aria-labelledby=why] details').forEach((d, i) => { if (i < n) d.open = true; }), open);
  const wide = await p.evaluate(() => document.documentElement.scrollWidth);
  console.log(name, wide);
  await p.screenshot({ path: `/tmp/why-${name}.png`, fullPage: true, ...(process.argv[3] ? { fullPage: true, clip: JSON.parse(process.argv[3]) } : {}) });
  await p.close();
}
await b.close();
process.exit(0);
