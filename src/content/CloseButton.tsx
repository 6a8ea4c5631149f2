export interface CloseButtonProps {
  readonly label: string;
  readonly onClose: () => void;
}

/** The cross that puts a surface of ours away. */
export const CloseButton = ({ label, onClose }: CloseButtonProps) => (
  <button type="button" class="close" aria-label={label} title={label} onClick={onClose}>
    <svg viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1 1 9 9M9 1 1 9" />
    </svg>
  </button>
);
