import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deleteEverything } from '../platform/delete-everything.ts';
import { message } from '../ui/strings.ts';
import { useLostFocus } from '../ui/use-lost-focus.ts';

type Step = 'idle' | 'asked' | 'kept' | 'deleted';

/** Deletes whatever is stored, after asking once more. */
export const DeleteAll = () => {
  const [step, setStep] = useState<Step>('idle');
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (step === 'asked') cancel.current?.focus();
  }, [step]);

  const confirm = async (): Promise<void> => {
    await deleteEverything();
    setStep('deleted');
  };

  return (
    <>
      <div class="field">
        <span class="grow-text">{message(step === 'asked' ? 'deleteSure' : 'deleteLabel')}</span>
        {step === 'asked' ? (
          <span>
            <button type="button" class="button is-grave" name="delete-sure" onClick={() => void confirm()}>
              {message('deleteAction')}
            </button>
            <button type="button" class="text-button" ref={cancel} onClick={() => setStep('kept')}>
              {message('cancel')}
            </button>
          </span>
        ) : (
          <OpenButton isBack={step !== 'idle'} onOpen={() => setStep('asked')} />
        )}
      </div>
      <p role="status" class="hint">
        {step === 'deleted' && message('deleteDone')}
      </p>
    </>
  );
};

const OpenButton = ({ isBack, onOpen }: { readonly isBack: boolean; readonly onOpen: () => void }) => {
  const button = useLostFocus<HTMLButtonElement>(isBack);
  return (
    <button ref={button} type="button" class="button" name="delete" onClick={onOpen}>
      {message('deleteOpen')}
    </button>
  );
};
