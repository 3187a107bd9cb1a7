"""The U-Net, its weights and their library, the device, and predictions."""
