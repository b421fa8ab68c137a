import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

const client = { id: 'tutoria', secret: 'a secret of these tests' };

/** A real provider of accounts, whose people sign in by naming themselves. */
export interface TestProvider {
  readonly issuer: string;
  /** What an app is told of it. */
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly label: string;
    readonly link: 'by-hand';
    readonly secondFactor: 'ask';
  };
  /** Begins to serve; whoever signed in is sent back to this address only. */
  serve(redirect: string): void;
  close(): Promise<void>;
}

export async function openProvider(): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const named = { clientId: client.id, clientSecret: client.secret, label: 'School ID' };
  return {
    issuer,
    oidc: { issuer, ...named, link: 'by-hand', secondFactor: 'ask' },
    serve: (redirect) => void server.on('request', providerFor(issuer, redirect).callback()),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const providerFor = (issuer: string, redirect: string): Provider =>
  new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['only for these tests'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: !id.startsWith('unproven') }),
    }),
  });
