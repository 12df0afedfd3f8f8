import { execFileSync } from "node:child_process";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Starts Debian's Chromium, once for all pages of a test file. */
export const startChromium = async (): Promise<Browser> => {
  try {
    // Its own sandbox needs rights that a container does not give.
    const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
    return await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  } catch (cause) {
    throw new Error(
      "Chromium did not start; to install it, run: apt-get install --no-install-recommends chromium",
      { cause },
    );
  }
};

/** A page as it was opened, and all that the browser complained of meanwhile. */
export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens an address in a context of its own. */
export const opened = async (
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== address) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return { page, complaints };
};
