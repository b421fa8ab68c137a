import { Button, TextInput } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { FeedMade } from '../../schemas/feeds.ts';
import { useTexts } from '../useTexts.ts';
import './feed.css';

/** A new address: copied now or never, and how a phone takes it in. */
export function FeedAddress({ feed }: { readonly feed: FeedMade }) {
  const { t } = useTexts();
  const id = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => head.current?.focus(), []);
  const address = `${window.location.origin}${feed.path}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      showToast(t('feed.copied'));
    } catch {
      // Without https a browser copies only by hand.
      field.current?.select();
    }
  };
  return (
    <section className="feed" aria-labelledby={id}>
      <h2 id={id} ref={head} tabIndex={-1}>
        {t('feed.addressOf', { name: feed.about.name })}
      </h2>
      <p>{t('feed.once')}</p>
      <div className="feed-address">
        <TextInput
          ref={field}
          readOnly
          label={t('feed.address')}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button leftSection={<Icon name="copy" size={18} />} onClick={() => void copy()}>
          {t('feed.copy')}
        </Button>
      </div>
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>{t('feed.addHere')}</a>
      </p>
      <h3>{t('feed.how')}</h3>
      <ul className="feed-how">
        <li>{t('feed.howIphone')}</li>
        <li>{t('feed.howAndroid')}</li>
        <li>{t('feed.howOther')}</li>
      </ul>
    </section>
  );
}
