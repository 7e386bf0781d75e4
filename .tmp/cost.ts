import { chromium } from '@playwright/test';
const base = process.argv[2]!;
const PLAIN = ['--disable-quic'];
const variants: Record<string, { args: string[]; dsf: number; phone: boolean }> = {
  'desktop': { args: PLAIN, dsf: 1, phone: false },
  'desktop nogpu': { args: [...PLAIN, '--disable-gpu'], dsf: 1, phone: false },
  'phone2': { args: PLAIN, dsf: 2, phone: true },
  'phone1': { args: PLAIN, dsf: 1, phone: true },
  'phone1 nogpu': { args: [...PLAIN, '--disable-gpu'], dsf: 1, phone: true },
};
for (let round = 0; round < 2; round++)
for (const [name, v] of Object.entries(variants)) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: v.args });
  const context = await browser.newContext(v.phone ? { viewport: { width: 390, height: 844 }, deviceScaleFactor: v.dsf, isMobile: true, hasTouch: true } : { viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await browser.newBrowserCDPSession();
  const cpu = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo.reduce((s, p) => s + p.cpuTime, 0);
  const c0 = await cpu(); const t0 = Date.now();
  await page.goto(base + '/');
  await page.locator('.stage[data-alive]').waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await page.evaluate(() => document.fonts.ready);
  const c1 = await cpu(); const t1 = Date.now();
  await page.waitForLoadState('networkidle');
  const c2 = await cpu(); const t2 = Date.now();
  for (let i = 1; i < 5; i++) { await page.evaluate((n) => { const s = document.querySelectorAll('main section')[n]!; window.scrollTo({ top: scrollY + s.getBoundingClientRect().top + 300, behavior: 'instant' }); }, i); await page.waitForTimeout(700); }
  const c3 = await cpu(); const t3 = Date.now();
  console.log(name.padEnd(16), `alive ${(c1-c0).toFixed(1)} cpu ${t1-t0} ms; idle +${(c2-c1).toFixed(1)} cpu ${t2-t1} ms; four jumps +${(c3-c2).toFixed(1)} cpu ${t3-t2} ms`);
  await browser.close();
}
