import * as oidc from 'openid-client';
import type { OidcConfig } from '../serviceConfigs.ts';

/** What is kept in the visitor's session while they are at the provider. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider vouches for. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  /** Only when the provider says that it belongs to this person. */
  readonly verifiedEmail: string | undefined;
}

/** The school's own accounts, by OpenID Connect: code flow with PKCE, state and nonce. */
export interface Provider {
  readonly config: OidcConfig;
  depart(): Promise<Departure & { readonly url: string }>;
  /** @throws ProviderError */
  arrive(departure: Departure, query: string): Promise<Vouched>;
}

/** `unavailable`: it could not be asked; `refused`: what came back does not fit what was begun. */
export class ProviderError extends Error {
  readonly why: 'unavailable' | 'refused';

  constructor(why: ProviderError['why'], cause: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/** The client's page to which the provider sends the browser back. */
export const returnPath = '/sign-in/provider';

export function createProvider(config: OidcConfig, publicUrl: string): Provider {
  let known: Promise<oidc.Configuration> | undefined;

  /** Asked once; a failure is forgotten, so that the next visitor tries again. */
  async function discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = config;
    const isLocal = issuer.startsWith('http:');
    known ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: 10,
      ...(isLocal ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
    try {
      return await known;
    } catch (cause) {
      known = undefined;
      throw new ProviderError('unavailable', cause);
    }
  }

  const redirect = `${publicUrl}${returnPath}`;
  return {
    config,
    depart: async () => {
      const found = await discovered();
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const url = oidc.buildAuthorizationUrl(found, {
        redirect_uri: redirect,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { state, nonce, verifier, url: url.href };
    },
    arrive: async ({ state, nonce, verifier }, query) => {
      const found = await discovered();
      const back = new URL(`${redirect}?${query.replace(/^\?/, '')}`);
      try {
        const tokens = await oidc.authorizationCodeGrant(found, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error('The provider sent no identity');
        const { iss, sub, email, email_verified: isVerified } = claims;
        const verifiedEmail = isVerified === true && typeof email === 'string' ? email : undefined;
        return { issuer: iss, subject: sub, verifiedEmail };
      } catch (cause) {
        throw new ProviderError(cause instanceof TypeError ? 'unavailable' : 'refused', cause);
      }
    },
  };
}
