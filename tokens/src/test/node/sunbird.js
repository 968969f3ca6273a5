'use strict'
// Answers each line of JSON on standard input with one on standard output.
//   {"op": "keys", "type"}                                              -> {"publicKey", "privateKey"}, in PEM
//   {"op": "sign", "by", "header", "claims", "secret" | "privateKey"}   -> {"token"}
//   {"op": "verify", "token", "alg", "now", "secret" | "publicKey"}     -> {"jsonwebtoken", "jose"}: claims, or an error
//   {"op": "qsh", "method", "url", "contextPath", "form"}               -> {"canonical", "qsh"}
const readline = require('readline')
const crypto = require('crypto')
const querystring = require('querystring')
const jsonwebtoken = require('jsonwebtoken')
const atlassian = require('atlassian-jwt')

const key = line => line.privateKey || line.publicKey || line.secret
const keyOfJose = line =>
  line.privateKey ? crypto.createPrivateKey(line.privateKey)
    : line.publicKey ? crypto.createPublicKey(line.publicKey)
      : new TextEncoder().encode(line.secret)

const attempt = async verify => {
  try {
    return { claims: await verify() }
  } catch (error) {
    return { error: error.message }
  }
}

const signers = {
  jsonwebtoken: line => jsonwebtoken.sign(line.claims, key(line), { algorithm: line.header.alg, header: line.header }),
  jose: async line => {
    const jose = await import('jose')
    return new jose.SignJWT(line.claims).setProtectedHeader(line.header).sign(keyOfJose(line))
  }
}

const answers = {
  keys: async line => crypto.generateKeyPairSync(line.type, {
    modulusLength: 2048,
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
  }),
  sign: async line => ({ token: await signers[line.by](line) }),
  verify: async line => {
    const jose = await import('jose')
    return {
      // It does not know the name Ed25519.
      jsonwebtoken: line.alg === 'Ed25519' ? null : await attempt(() =>
        jsonwebtoken.verify(line.token, key(line), { algorithms: [line.alg], clockTimestamp: line.now })),
      jose: await attempt(async () =>
        (await jose.jwtVerify(line.token, keyOfJose(line), { algorithms: [line.alg], currentDate: new Date(line.now * 1000) })).payload)
    }
  },
  qsh: async line => {
    const request = line.form === undefined
      ? atlassian.fromMethodAndUrl(line.method, line.url)
      : atlassian.fromMethodAndPathAndBody(line.method, line.url, querystring.parse(line.form))
    const counted = line.form !== undefined
    return {
      canonical: atlassian.createCanonicalRequest(request, counted, line.contextPath),
      qsh: atlassian.createQueryStringHash(request, counted, line.contextPath)
    }
  }
}

const lines = readline.createInterface({ input: process.stdin })
let last = Promise.resolve()
lines.on('line', text => {
  last = last.then(async () => {
    const line = JSON.parse(text)
    process.stdout.write(JSON.stringify(await answers[line.op](line)) + '\n')
  })
})
