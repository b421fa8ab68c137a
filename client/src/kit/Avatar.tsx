import { fileAddress } from '../api/files.ts';
import './avatar.css';

interface AvatarProps {
  readonly name: string;
  readonly photoId: string | null;
}

/** A small picture beside a name; the first letters where there is none. It says nothing that the name does not. */
export function Avatar({ name, photoId }: AvatarProps) {
  if (photoId) return <img className="avatar" src={fileAddress(photoId)} alt="" loading="lazy" />;
  const letters = name
    .split(' ')
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('');
  return (
    <span className="avatar" aria-hidden="true">
      {letters}
    </span>
  );
}
