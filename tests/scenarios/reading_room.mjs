// SPDX-License-Identifier: AGPL-3.0-or-later
// The reading room in headless Chromium: axe-core on every kind of page at three widths, a journey without script, by
// keyboard. Usage: node reading_room.mjs MODULES BROWSER BASE ID [SCREENSHOTS]
// MODULES: folder with node_modules of axe-core and puppeteer-core.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const [modules, browserPath, base, id, screenshots] = process.argv.slice(2);
const require = createRequire(modules + "/");
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core"), "utf8");
let failed = 0;
const fail = (what) => { failed++; console.log("FAILED:", what); };

const pages = {
    search: "/", filtered: "/?q=safeguarding&region=kent&grade=inadequate&since=2020", "two-values": "/?q=children&grade=good&grade=inadequate",
    none: "/?q=xyzzy&grade=good", article: `/article/${id}`, provider: "/provider/herefordshire", table: "/table?rows=theme&columns=grade",
    map: "/map?facet=grade", themes: "/map?facet=theme&q=children", about: "/about", "not-found": "/nothing", bad: "/?grade=excellent",
};
pages.filtered = "/?q=children&region=south-east&since=2020";

const browser = await puppeteer.launch({ executablePath: browserPath, headless: "new", args: ["--no-sandbox", "--disable-gpu"] });
for (const width of [320, 768, 1280]) {
    for (const [name, path] of Object.entries(pages)) {
        const page = await browser.newPage();
        const wanted = [];
        page.on("request", (request) => wanted.push(request.url()));
        page.on("console", (message) => { if (message.type() === "error" && !/status of (4|5)\d\d/.test(message.text())) fail(`${name}: ${message.text()}`); });
        await page.setBypassCSP(true);  // for axe alone: the page itself has no script
        await page.setViewport({ width, height: 900 });
        await page.goto(base + path);
        for (const url of wanted) if (!url.startsWith(base) && !url.startsWith("data:")) fail(`${name} fetches ${url}`);
        const state = await page.evaluate(() => ({
            sideways: document.documentElement.scrollWidth - window.innerWidth, scripts: document.scripts.length,
            styled: document.querySelectorAll("[style]").length, headings: [...document.querySelectorAll("h1,h2,h3,h4")].map((h) => +h.tagName[1]),
        }));
        if (state.sideways > 0) {
            const wide = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((e) => !e.closest(".wide") &&
                e.getBoundingClientRect().right > window.innerWidth + 1).slice(0, 3).map((e) => e.outerHTML.slice(0, 120)));
            fail(`${name} scrolls sideways at ${width}: ${state.sideways} ${wide.join(" | ")}`);
        }
        if (state.scripts || state.styled) fail(`${name}: ${state.scripts} scripts, ${state.styled} styles in place`);
        if (state.headings[0] !== 1) fail(`${name}: begins with h${state.headings[0]}`);
        state.headings.reduce((before, level) => { if (level > before + 1) fail(`${name}: h${level} below h${before}`); return level; }, 0);
        await page.evaluate(axe);
        const result = await page.evaluate(async () => {
            const r = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
            return r.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
        });
        for (const violation of result) fail(`${name} at ${width}: ${violation}`);
        if (screenshots && (width !== 768)) await page.screenshot({ path: `${screenshots}/${name}-${width}.png` });
        await page.close();
    }
}

// A journey with script off, by keyboard: words, a filter, the report, back, the CSV.
const page = await browser.newPage();
await page.setJavaScriptEnabled(false);
await page.setViewport({ width: 1280, height: 900 });
await page.goto(base + "/");
await page.keyboard.press("Tab");
if (await page.$eval(":focus", (e) => e.textContent) !== "Skip to the answer") fail("the first stop is no skip link");
await page.focus("#q");
await page.keyboard.type("children");
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
if (!page.url().includes("q=children")) fail(`the query is not in the address: ${page.url()}`);
await page.focus("#f-grade-inadequate");
await page.keyboard.press("Space");
await page.focus(".filters button");
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
if (!/grade=inadequate/.test(page.url()) || !/q=children/.test(page.url())) fail(`the form lost something: ${page.url()}`);
const summary = await page.$eval("#results h2", (e) => e.textContent);
if (!/^\d+ stor(y|ies) from \d+ provider/.test(summary)) fail(`the summary is ${summary}`);
const filtered = page.url();
await page.focus(".hits h3 a");
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
if (!page.url().includes("/article/")) fail("a hit leads to no article");
await page.focus(".values-read td a");
await page.keyboard.press("Enter");
await new Promise((resolve) => setTimeout(resolve, 300));
if (!/#e\d+$/.test(page.url())) fail(`a value leads to no sentence: ${page.url()}`);
await page.goBack(); await page.goBack();
if (page.url() !== filtered) fail(`Back lost a filter: ${page.url()}`);
await page.focus(".chips a");
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
if (/grade=inadequate/.test(page.url())) fail("the chip does not take its filter away");
await page.goto(filtered);
const csv = await page.$eval(".formats a", (e) => e.href);
const text = await (await fetch(csv)).text();
const stories = Number(/^\d+/.exec(summary)[0]);
const rows = text.trim().split("\r\n").length - 1;
if (rows < stories) fail(`the CSV has ${rows} rows for ${stories} stories`);
await browser.close();
console.log(failed === 0 ? `${Object.keys(pages).length} kinds of page at 3 widths: no violation` : `${failed} failures`);
process.exit(failed === 0 ? 0 : 1);
