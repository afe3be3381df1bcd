import { issued, named } from "../kind.ts";

/** Signing in, and tokens that carry who somebody is. */
export const identityIssued = [
  issued("JSON Web Token", "", ["eyJ{base64url:10-2000}.eyJ{base64url:10-4000}.{base64url:0-1000}"], { check: "jwt" }),
  issued(
    "Authress",
    "service client key",
    "{sc|ext|scauth|authress}_{base62:5-30}.{base62:4-6}.acc{_|-}{base64url:10-32}.{anyBase64:30-120}",
  ),
  issued("Okta", "access token", "SSWS 00{base64url:40}"),
  issued("42", "client secret", "s-s4t2{ud|af}-{hex:64}"),
];

export const identityNamed = [
  named("Okta", "access token", "00{anyBase64:40}"),
  named("Auth0", "client secret", "{base64url:64}"),
  named("OneLogin", "client secret", "{hex:64}"),
  named("Duo", "secret key", "{base62:40}"),
  named("JumpCloud", "API key", "{hex:40}"),
  named("Authress", "service client key", "{dotted:60-200}"),
];
