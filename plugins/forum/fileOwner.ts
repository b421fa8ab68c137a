import { defineFileOwner } from '../../server/files/api.ts';
import { mayOn } from './access/boardAs.ts';
import type { Apis } from './apis.ts';
import { useForum } from './permissions.ts';
import { materialById } from './store/materials.ts';
import { postById } from './store/posts.ts';
import { topicById } from './store/topics.ts';

export const ofPosts = 'forum.post';

/** Whoever may read a post may read its files; of one that was deleted or hidden, nobody but those who keep order. */
export const postFiles = (school: Apis['school']) =>
  defineFileOwner({
    id: ofPosts,
    mayRead: async (scope, key) => {
      const post = await postById(scope.db, key);
      const topic = post && (await topicById(scope.db, post.topicId));
      if (!post || !topic || post.deletedAt) return false;
      return mayOn(scope, school, post.hiddenAt ? 'keep' : 'read', topic.boardId);
    },
  });

export const ofMaterials = 'forum.material';

/** Whoever reaches the group may read what lies on its shelf. */
export const materialFiles = (school: Apis['school']) =>
  defineFileOwner({
    id: ofMaterials,
    mayRead: async (scope, key) => {
      const material = await materialById(scope.db, key);
      return material !== undefined && (await school.mayReachGroup(scope, useForum, material.groupId)) === 'yes';
    },
  });
