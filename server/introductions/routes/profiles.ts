import { signedIn } from '../../access/permission.ts';
import { fileNotYours, fileUnknown } from '../../files/api.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { saveOwnProfile, showPhotoOf, takePhotoOf } from '../commands/profile.ts';
import type { IntroductionParts } from '../parts.ts';
import { consentOfGuardian, notAPicture } from '../problems.ts';
import { profileView } from '../queries/profileView.ts';
import { PersonPath, PhotoInput, ProfileInput, ProfileView } from '../schemas.ts';

export const profileRoutes = (parts: IntroductionParts) => [
  defineRead({
    path: '/people/:personId/profile',
    operationId: 'getProfile',
    summary: 'What a person shows of themselves: a photograph, a few words, working hours.',
    permission: signedIn,
    about: { notKept: 'What a person shows of themselves to those around.' },
    params: PersonPath,
    output: ProfileView,
    handle: (scope, { params }) => profileView(scope, parts, params.personId),
  }),
  defineWrite({
    method: 'put',
    path: '/me/profile',
    operationId: 'saveOwnProfile',
    summary: 'Changes what you say of yourself and when you work.',
    permission: signedIn,
    precondition: true,
    body: ProfileInput,
    output: ProfileView,
    handle: async (scope, { body, ifMatch }) => {
      await saveOwnProfile(scope, parts, body, ifMatch);
      return profileView(scope, parts, scope.actor.personId);
    },
  }),
  defineWrite({
    method: 'put',
    path: '/people/:personId/photo',
    operationId: 'showPhoto',
    summary: 'Shows a photograph of yourself, or of your child, with your consent.',
    permission: signedIn,
    about: { notKept: 'The command keeps it itself.' },
    params: PersonPath,
    body: PhotoInput,
    output: ProfileView,
    problems: [fileUnknown, fileNotYours, notAPicture, consentOfGuardian],
    handle: async (scope, { params, body }) => {
      await showPhotoOf(scope, parts, params.personId, body);
      return profileView(scope, parts, params.personId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/people/:personId/photo',
    operationId: 'takePhoto',
    summary: 'Takes a photograph away, and the consent with it.',
    permission: signedIn,
    about: { notKept: 'The command keeps it itself.' },
    params: PersonPath,
    output: ProfileView,
    handle: async (scope, { params }) => {
      await takePhotoOf(scope, parts, params.personId);
      return profileView(scope, parts, params.personId);
    },
  }),
];
