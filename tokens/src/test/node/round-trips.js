'use strict'
// Answers each line of JSON on standard input with one on standard output.
//   {"op": "read007", "token", "certificate"}  -> what agora-token reads, and whether its signature holds
//   {"op": "mint007", "app", ..., "services"}  -> {"token"}
//   {"op": "mint006", "app", ..., "privileges"} -> {"token"}; 006 is deterministic, so texts are compared
const readline = require('readline')
const v2 = require('agora-token/src/AccessToken2')
const v1 = require('agora-access-token/src/AccessToken')

const text = buffer => buffer.toString('utf8')

// The fields that each service adds to its type and privileges, and how to make one of it.
const services = {
  1: { make: s => new v2.ServiceRtc(s.channel, s.user), fields: s => [text(s.__channel_name), text(s.__uid)] },
  2: { make: s => new v2.ServiceRtm(s.user), fields: s => [text(s.__user_id)] },
  3: { make: s => new v2.ServiceStreaming(s.channel, s.user), fields: s => [text(s.__channel_name), text(s.__account)] },
  4: { make: () => new v2.ServiceFpa(), fields: () => [] },
  5: { make: s => new v2.ServiceChat(s.user), fields: s => [text(s.__user_id)] },
  6: { make: s => new v2.ServiceFCdn(s.channel, s.user), fields: s => [text(s.__channel_name), text(s.__account)] },
  7: { make: s => new v2.ServiceApaas(s.room, s.user, s.role), fields: s => [text(s.__room_uuid), text(s.__user_uuid), String(s.__role)] },
  8: { make: s => new v2.ServiceRtm2(s.user, permissions(s.permissions)), fields: s => [text(s.__user_id), JSON.stringify(s.__permissions.details)] },
  9: { make: () => new v2.ServiceConvoAI(), fields: () => [] },
  10: { make: () => new v2.ServiceStt(), fields: () => [] }
}

const permissions = details => {
  const all = new v2.Rtm2Permissions()
  for (const resource in details) {
    for (const access in details[resource]) {
      all.add(resource, access, details[resource][access])
    }
  }
  return all
}

const answers = {
  read007: line => {
    const token = new v2.AccessToken2('', '', 1, 0)
    if (!token.from_string(line.token)) {
      return { read: false }
    }
    return {
      read: true,
      verified: token.verifySignature(line.certificate),
      appId: text(token.appId),
      issuedAt: token.issueTs,
      lifetime: token.expire,
      salt: token.salt,
      services: token.services.map(s => ({
        type: s.service_type(),
        privileges: s.__privileges,
        fields: services[s.service_type()].fields(s)
      }))
    }
  },
  mint007: line => {
    const token = new v2.AccessToken2(line.app, line.certificate, line.issuedAt, line.lifetime)
    token.salt = line.salt
    for (const s of line.services) {
      const service = services[s.type].make(s)
      for (const id in s.privileges) {
        service.add_privilege(Number(id), s.privileges[id])
      }
      token.add_service(service)
    }
    return { token: token.build() }
  },
  mint006: line => {
    const token = new v1.AccessToken(line.app, line.certificate, line.channel, line.user)
    token.salt = line.salt
    token.ts = line.ts
    for (const id in line.privileges) {
      token.addPriviledge(Number(id), line.privileges[id])
    }
    return { token: token.build() }
  }
}

readline.createInterface({ input: process.stdin }).on('line', text => {
  const line = JSON.parse(text)
  process.stdout.write(JSON.stringify(answers[line.op](line)) + '\n')
})
