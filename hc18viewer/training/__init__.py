"""Make new models: augmentation, loss, training loop, checkpoints."""
