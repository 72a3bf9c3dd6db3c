import { createHash, createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { proofOf } from "../../src/source/hook-proof.ts";

const now = new Date("2026-03-10T12:00:00Z");
const secret = "a secret of the belfry";
const body = '{"ref":"refs/heads/main"}';
const hex = createHmac("sha256", secret).update(body).digest("hex");

const proves = (headers: Readonly<Record<string, string>>, known = secret, said = body) =>
  proofOf({ headers, body: Buffer.from(said) }, known, now);

const standard = (signer: Webhook, at = now, id = "msg_1") => ({
  "webhook-id": id,
  "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
  "webhook-signature": `v1,c29tZSBvdGhlcg== ${signer.sign(id, at, body)}`,
});

describe("a hook's secret is shown", () => {
  it("by the signature of Standard Webhooks, with either form of secret", () => {
    const key = `whsec_${Buffer.from("twenty-four bytes or more").toString("base64")}`;
    expect(proves(standard(new Webhook(key)), key)).toEqual({ id: "msg_1" });
    expect(proves(standard(new Webhook(secret, { format: "raw" })))).toEqual({ id: "msg_1" });
  });
  it("but not by one of another time, body or secret", () => {
    const signer = new Webhook(secret, { format: "raw" });
    const headers = standard(signer);
    expect(proves(standard(signer, new Date("2026-03-10T11:54:00Z")))).toBeNull();
    expect(proves({ ...headers, "webhook-timestamp": "soon" })).toBeNull();
    expect(proves(headers, secret, "{}")).toBeNull();
    expect(proves(headers, "another secret altogether")).toBeNull();
  });
  it.each(["x-hub-signature-256", "x-forgejo-signature", "x-gitea-signature"])("by %s", (name) => {
    expect(proves({ [name]: `sha256=${hex}` })).toEqual({ id: null });
    expect(proves({ [name]: hex }, secret, "{}")).toBeNull();
    expect(proves({ [name]: "" })).toBeNull();
  });
  it("by a signed token with the body's hash", () => {
    const write = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const sign = (head: object, claims: object): string => {
      const text = `${write(head)}.${write(claims)}`;
      return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
    };
    const claims = { iss: "netlify", sha256: createHash("sha256").update(body).digest("hex") };
    const good = sign({ alg: "HS256" }, claims);
    expect(proves({ "x-webhook-signature": good })).toEqual({ id: null });
    expect(proves({ "x-webhook-signature": good }, secret, "{}")).toBeNull();
    expect(proves({ "x-webhook-signature": sign({ alg: "none" }, claims) })).toBeNull();
    expect(proves({ "x-webhook-signature": "x.y.z" })).toBeNull();
  });
  it("by the secret itself, as a bearer or in a forge's header", () => {
    expect(proves({ authorization: `Bearer ${secret}` })).toEqual({ id: null });
    expect(proves({ "x-gitlab-token": secret })).toEqual({ id: null });
    expect(proves({ authorization: `Basic ${secret}` })).toBeNull();
    expect(proves({ "x-gitlab-token": `${secret}!` })).toBeNull();
    expect(proves({})).toBeNull();
  });
});
