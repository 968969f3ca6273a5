'use strict'
// Uses the pages for people in a browser, as a person would. Answers each line of JSON on standard input with one on standard
// output: {"op": "run", "steps": [...]} -> {"seen": [...], "faults": [...], "fault"?}, where a step is one of
//   {"open": url}            opens it
//   {"type": [id, text]}     types into a field
//   {"click": selector}      clicks
//   {"await": selector}      waits until it can be seen
//   {"read": id}             adds the text of an element to "seen"
//   {"cookies": true}        adds the names of the cookies that scripts can read
//   {"address": true}        adds the address
// Each run has one page and the cookies of the run before. Faults are what the console of the browser tells.
const fs = require('fs')
const os = require('os')
const path = require('path')
const readline = require('readline')

const PATIENCE = 45000

let browser

/** The first program of that name on the PATH. */
function program (names) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name)
      if (fs.existsSync(file)) return file
    }
  }
  throw new Error('no Chromium on the PATH')
}

async function launched () {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'jeton-chromium-'))
  const launching = await require('puppeteer-core').launch({
    executablePath: program(['chromium', 'chromium-browser', 'google-chrome']),
    headless: true,
    userDataDir: profile,
    timeout: PATIENCE,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync']
  })
  const remove = () => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  return { close: () => launching.close().finally(remove), newPage: () => launching.newPage() }
}

const acts = {
  open: (page, url) => page.goto(url, { timeout: PATIENCE }),
  type: (page, [id, text]) => page.type(`#${id}`, text),
  click: (page, selector) => page.click(selector),
  await: (page, selector) => page.waitForSelector(selector, { visible: true, timeout: PATIENCE }),
  read: (page, id) => page.$eval(`#${id}`, element => element.textContent),
  cookies: page => page.evaluate('document.cookie'),
  address: page => page.url()
}

async function run (steps) {
  browser ??= await launched()
  const page = await browser.newPage()
  const seen = []
  const faults = []
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', error => faults.push(error.message))
  try {
    for (const step of steps) {
      const [[act, what]] = Object.entries(step)
      const result = await acts[act](page, what)
      if (['read', 'cookies', 'address'].includes(act)) seen.push(result)
    }
    return { seen, faults }
  } catch (error) {
    return { seen, faults, fault: error.message }
  } finally {
    await page.close()
  }
}

readline.createInterface({ input: process.stdin })
  .on('line', async line => {
    process.stdout.write(JSON.stringify(await run(JSON.parse(line).steps)) + '\n')
  })
  .on('close', async () => {
    await browser?.close().catch(error => process.stderr.write(`${error.message}\n`))
    process.exit(0)
  })
