'use strict'
// A stand-in for a Kandy gateway, and a browser that calls through it with the vendor's SDK. It serves a page and the SDK,
// answers as the SDK needs it, and lets Jeton judge each token that arrives. Loopback only. Answers each line of JSON on
// standard input with one on standard output:
//   {"op": "listen"}                                        -> {"origin"}
//   {"op": "call", "verify", "proof", "page", "parameters"} -> {"requests", "events", "state"}
// "page" is the HTML of the page, "parameters" what /callparameters answers here, for pages that ask this server.
// It ends, and the browser with it, when its input ends.
const fs = require('fs')
const http = require('http')
const os = require('os')
const path = require('path')
const readline = require('readline')

const PATIENCE = 45000
const ANONYMOUS = '/rest/version/1/anonymous/'

let puppeteer
let browser
let ending = false
let run = { requests: [], events: [] }

const server = http.createServer((request, response) => {
  answer(request, response).catch(error => {
    run.requests.push({ fault: error.message })
    send(response, 500, {})
  })
})

function send (response, status, body, type = 'application/json') {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body))
}

async function bodyOf (request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString())
}

/** What Jeton says of the tokens that arrived. */
async function judge (tokens) {
  const answer = await fetch(run.verify, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${run.proof}` },
    body: JSON.stringify({ platform: 'kandy', ...tokens })
  })
  return answer.json()
}

/** The gateway's word for every fault of a token. */
const INVALID_TOKEN = 46

async function answer (request, response) {
  const url = new URL(request.url, 'http://localhost')
  if (url.pathname === '/') return send(response, 200, run.page, 'text/html; charset=utf-8')
  if (url.pathname === '/kandy.js') {
    return send(response, 200, fs.readFileSync(require.resolve('@kandy-io/callme-sdk')), 'text/javascript')
  }
  if (url.pathname === '/callparameters') return send(response, 200, run.parameters)
  if (!url.pathname.startsWith(ANONYMOUS)) return send(response, 404, {})

  const [accountToken, resource, ...rest] = url.pathname.slice(ANONYMOUS.length).split('/').map(decodeURIComponent)
  const realm = url.searchParams.get('tokenrealm')
  const body = await bodyOf(request)
  const seen = { method: request.method, resource: [resource, ...rest].join('/'), realm, accountToken }
  run.requests.push(seen)

  if (request.method === 'POST' && resource === 'subscription') {
    seen.verdict = await judge({ token: accountToken, context: { realm, role: 'account' } })
    return seen.verdict.valid
      ? send(response, 200, subscription(accountToken))
      : send(response, 403, { subscribeResponse: { statusCode: INVALID_TOKEN } })
  }
  if (request.method === 'POST' && resource === 'callMe') {
    const { from, to, type } = body.callMeRequest
    Object.assign(seen, { type, fromToken: from, toToken: to })
    seen.verdict = await judge({ realm, accountToken, fromToken: from, toToken: to })
    return seen.verdict.valid
      ? send(response, 201, { callMeResponse: { statusCode: 0, sessionData: 'session-1' } })
      : send(response, 403, { callMeResponse: { statusCode: INVALID_TOKEN } })
  }
  if (resource === 'subscription') return send(response, 200, subscription(accountToken))
  return send(response, 200, { callMeResponse: { statusCode: 0 } })
}

function subscription (accountToken) {
  return {
    subscribeResponse: {
      statusCode: 0,
      subscription: `${ANONYMOUS}${accountToken}/subscription/subscription-1`,
      subscriptionParams: {
        expires: 3600,
        service: ['callMe'],
        notificationType: 'WebSocket',
        notificationChannel: '/notification/1/websocket/channel-1'
      }
    }
  }
}

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
  const launching = await puppeteer.launch({
    executablePath: program(['chromium', 'chromium-browser', 'google-chrome']),
    headless: true,
    userDataDir: profile,
    timeout: PATIENCE,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream']
  })
  return { close: () => launching.close().finally(() => remove(profile)), newPage: () => launching.newPage() }
}

/** The browser may still write to it for a moment. */
function remove (profile) {
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

async function until (what) {
  const end = Date.now() + PATIENCE
  while (!(await what())) {
    if (Date.now() > end || ending) throw new Error('it did not happen in time')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

const text = page => page.$eval('#state', element => element.textContent)

const started = () => run.requests.find(request => request.type === 'callStart' && request.verdict)

const operations = {
  async listen () {
    puppeteer = require('puppeteer-core')
    const { WebSocketServer } = require('ws')
    const sockets = new WebSocketServer({ server })
    sockets.on('connection', (socket, request) => {
      run.requests.push({ method: 'WEBSOCKET', resource: request.url })
      socket.on('error', () => {})
    })
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
    return { origin: `http://localhost:${server.address().port}` }
  },

  async call ({ verify, proof, page: html, parameters }) {
    run = { requests: [], events: [], verify, proof, page: html, parameters }
    browser ??= await launched()
    const page = await browser.newPage()
    try {
      page.on('pageerror', error => run.events.push({ type: 'pageerror', message: error.message }))
      await page.exposeFunction('heard', (type, code, message) => run.events.push({ type, code, message }))
      await page.goto(`http://localhost:${server.address().port}/`, { timeout: PATIENCE })
      await page.evaluate(`['call:start', 'call:stateChange', 'request:error'].forEach(type =>
        kandy.on(type, ({ error }) => error && heard(type, error.code, error.message)))`)
      await page.click('#call')
      await until(async () => started() || (await text(page)).startsWith('No call'))
      if (started()) {
        const expected = started().verdict.valid ? 'Initiated' : 'No call'
        await until(async () => (await text(page)).startsWith(expected))
      }
      const state = await text(page)
      if (state === 'Initiated') {
        await page.click('#hang-up')
        await until(() => run.requests.some(request => request.method === 'DELETE'))
      }
      return { requests: run.requests, events: run.events, state }
    } finally {
      await page.close()
    }
  }
}

readline.createInterface({ input: process.stdin })
  .on('line', async line => {
    const question = JSON.parse(line)
    let reply
    try {
      reply = await operations[question.op](question)
    } catch (error) {
      reply = { fault: error.message, requests: run.requests, events: run.events }
    }
    process.stdout.write(JSON.stringify(reply) + '\n')
  })
  .on('close', async () => {
    ending = true
    await browser?.close().catch(error => process.stderr.write(`${error.message}\n`))
    process.exit(0)
  })
