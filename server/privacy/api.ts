import { apiRef } from '../host/plugin.ts';

export const privacyApi = apiRef<null>('privacy');
